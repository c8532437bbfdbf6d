import type { Database } from 'better-sqlite3';
import foundation from './0001-foundation.ts';
import search from './0002-search.ts';
import packs from './0003-packs.ts';
import samples from './0004-samples.ts';
import attachments from './0005-attachments.ts';
import fields from './0006-fields.ts';
import orderOfKinds from './0007-order-of-kinds.ts';
import revisions from './0008-revisions.ts';
import auditChain from './0009-audit-chain.ts';
import sources from './0010-sources.ts';
import finding from './0011-finding.ts';
import facetTokens from './0012-facet-tokens.ts';
import listing from './0013-listing.ts';
import parties from './0014-parties.ts';
import attachmentTexts from './0015-attachment-texts.ts';
import precedentReports from './0016-precedent-reports.ts';
import recordLinks from './0017-record-links.ts';
import profiles from './0018-profiles.ts';
import preflight from './0019-preflight.ts';
import comments from './0020-comments.ts';
import review from './0021-review.ts';
import received from './0022-received.ts';
import registry from './0023-registry.ts';
import office from './0024-office.ts';
import decider from './0025-decider.ts';
import answers from './0026-answers.ts';
import packedCaseload from './0027-packed-caseload.ts';
import endorsements from './0028-endorsements.ts';
import roundAttachments from './0029-round-attachments.ts';
import revokedCards from './0030-revoked-cards.ts';
import onwardWords from './0031-onward-words.ts';
import packsOfRecords from './0032-packs-of-records.ts';
import guidanceAbout from './0033-guidance-about.ts';
import pendingCards from './0034-pending-cards.ts';
import daysOfAnswers from './0035-days-of-answers.ts';

/** One step of the schema: synchronous, in its own transaction, never edited once it has landed. */
export type Migration = (db: Database) => void;

/** In order; a database's `user_version` says how many of these it has had. */
export const migrations: readonly Migration[] = [
  foundation,
  search,
  packs,
  samples,
  attachments,
  fields,
  orderOfKinds,
  revisions,
  auditChain,
  sources,
  finding,
  facetTokens,
  listing,
  parties,
  attachmentTexts,
  precedentReports,
  recordLinks,
  profiles,
  preflight,
  comments,
  review,
  received,
  registry,
  office,
  decider,
  answers,
  packedCaseload,
  endorsements,
  roundAttachments,
  revokedCards,
  onwardWords,
  packsOfRecords,
  guidanceAbout,
  pendingCards,
  daysOfAnswers,
];
