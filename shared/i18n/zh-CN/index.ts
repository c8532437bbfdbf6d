import { answers, outcomes } from './answers.ts';
import { app } from './app.ts';
import { messages } from './messages.ts';
import { attachmentSkips, attachments, mediaKinds, noPreview, textStates } from './attachments.ts';
import { authorities } from './authorities.ts';
import { audit, auditActions } from './audit.ts';
import { besides } from './besides.ts';
import { care, careRules } from './care.ts';
import { dialogs } from './dialogs.ts';
import { documents } from './documents.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { fieldNames, fields, listNames } from './fields.ts';
import { findingKinds, findings } from './findings.ts';
import { guidance } from './guidance.ts';
import { imports } from './imports.ts';
import { endorsements } from './endorsements.ts';
import { inbox } from './inbox.ts';
import { kindPurposes, kinds, workspaceKinds } from './kinds.ts';
import { packs } from './packs.ts';
import { palette } from './palette.ts';
import { parties, partyRoles, pseudonymClashes, pseudonymStyles } from './parties.ts';
import { hitChanges, precedentReports, searchPurposes, verdicts } from './precedent-reports.ts';
import { pdf, pdfTroubles } from './pdf.ts';
import { phases } from './phases.ts';
import { preflight, preflightKinds, preflightReasons } from './preflight.ts';
import { points } from './points.ts';
import { profiles } from './profiles.ts';
import { office } from './office.ts';
import { review } from './review.ts';
import { records, skipReasons } from './records.ts';
import { revisionReasons, revisions } from './revisions.ts';
import { samples } from './samples.ts';
import { search } from './search.ts';
import { links } from './links.ts';
import { listing, statuses } from './listing.ts';
import { settings } from './settings.ts';
import { similar } from './similar.ts';
import { citations, sources } from './sources.ts';
import { comments } from './comments.ts';
import { workspace } from './workspace.ts';
import { find } from './find.ts';
import { shortcuts } from './shortcuts.ts';
import { notKeptPasted, pasting } from './pasting.ts';
import { sectionHints, writing } from './writing.ts';
import { caseload } from './caseload.ts';
import { designation } from './designation.ts';
import { registry } from './registry.ts';
import { situation } from './situation.ts';

export const zhCN = {
  answers,
  app,
  messages,
  outcomes,
  attachmentSkips,
  attachments,
  citations,
  authorities,
  comments,
  audit,
  auditActions,
  besides,
  care,
  caseload,
  designation,
  registry,
  situation,
  careRules,
  dialogs,
  documents,
  editor,
  errors,
  fieldNames,
  fields,
  findingKinds,
  findings,
  guidance,
  imports,
  endorsements,
  inbox,
  kindPurposes,
  kinds,
  listNames,
  links,
  listing,
  mediaKinds,
  noPreview,
  packs,
  palette,
  parties,
  precedentReports,
  searchPurposes,
  verdicts,
  hitChanges,
  partyRoles,
  pdf,
  pdfTroubles,
  phases,
  points,
  preflight,
  preflightKinds,
  preflightReasons,
  profiles,
  office,
  review,
  pseudonymClashes,
  pseudonymStyles,
  records,
  revisionReasons,
  revisions,
  samples,
  search,
  settings,
  similar,
  skipReasons,
  textStates,
  sources,
  statuses,
  workspace,
  workspaceKinds,
  find,
  sectionHints,
  notKeptPasted,
  pasting,
  shortcuts,
  writing,
};
