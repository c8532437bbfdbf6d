import type { StoreHandlers } from './answer.ts';
import { answersHandlers } from './answers/handlers.ts';
import { attachmentsHandlers } from './attachments/handlers.ts';
import { authoritiesHandlers } from './authorities/handlers.ts';
import { auditHandlers } from './audit/handlers.ts';
import { caseloadHandlers } from './caseload/handlers.ts';
import { codeListsHandlers } from './code-lists/handlers.ts';
import { commentsHandlers } from './comments/handlers.ts';
import { designationHandlers } from './designation/handlers.ts';
import { documentsHandlers } from './documents/handlers.ts';
import { officeHandlers } from './office/handlers.ts';
import { messagesHandlers } from './messages/handlers.ts';
import { packsHandlers } from './packs/handlers.ts';
import { paletteHandlers } from './palette/handlers.ts';
import { partiesHandlers } from './parties/handlers.ts';
import { pointsHandlers } from './points/handlers.ts';
import { precedentReportsHandlers } from './precedent-reports/handlers.ts';
import { endorsementsHandlers } from './endorsements/handlers.ts';
import { guidanceHandlers } from './guidance/handlers.ts';
import { inboxHandlers } from './inbox/handlers.ts';
import { linksHandlers } from './links/handlers.ts';
import { preflightHandlers } from './preflight/handlers.ts';
import { importsHandlers } from './records/import/handlers.ts';
import { profilesHandlers } from './profiles/handlers.ts';
import { recordsHandlers } from './records/handlers.ts';
import { registryHandlers } from './registry/handlers.ts';
import { reviewHandlers } from './review/handlers.ts';
import { revisionsHandlers } from './revisions/handlers.ts';
import { savedSearchesHandlers } from './saved-searches/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { similarHandlers } from './search/similar/handlers.ts';
import { situationHandlers } from './situation/handlers.ts';
import { sourcesHandlers } from './sources/handlers.ts';
import { workspaceHandlers } from './workspace/handlers.ts';

/** Who answers what. */
export const storeHandlers: StoreHandlers = {
  ...workspaceHandlers,
  ...recordsHandlers,
  ...importsHandlers,
  ...codeListsHandlers,
  ...attachmentsHandlers,
  ...revisionsHandlers,
  ...searchHandlers,
  ...savedSearchesHandlers,
  ...similarHandlers,
  ...sourcesHandlers,
  ...pointsHandlers,
  ...paletteHandlers,
  ...partiesHandlers,
  ...precedentReportsHandlers,
  ...linksHandlers,
  ...commentsHandlers,
  ...profilesHandlers,
  ...preflightHandlers,
  ...reviewHandlers,
  ...authoritiesHandlers,
  ...packsHandlers,
  ...officeHandlers,
  ...endorsementsHandlers,
  ...guidanceHandlers,
  ...inboxHandlers,
  ...answersHandlers,
  ...messagesHandlers,
  ...registryHandlers,
  ...caseloadHandlers,
  ...situationHandlers,
  ...designationHandlers,
  ...documentsHandlers,
  ...auditHandlers,
};
