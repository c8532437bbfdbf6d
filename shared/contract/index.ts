import type { Failure } from '../errors.ts';
import { answers } from './answers.ts';
import { attachments } from './attachments.ts';
import { audit } from './audit.ts';
import { authorities } from './authorities.ts';
import { caseload } from './caseload.ts';
import { codeLists } from './code-lists.ts';
import { comments } from './comments.ts';
import { documents } from './documents.ts';
import type { InputOf, Operation, OutputOf, Progress } from './define.ts';
import { designation } from './designation.ts';
import { guidance } from './guidance.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { links } from './links.ts';
import { endorsements } from './endorsements.ts';
import { inbox } from './inbox.ts';
import { office } from './office.ts';
import { messages } from './office-messages.ts';
import { packs } from './packs.ts';
import { palette } from './palette.ts';
import { parties } from './parties.ts';
import { points } from './points.ts';
import { precedentReports } from './precedent-reports.ts';
import { profiles } from './profiles.ts';
import { preflight } from './preflight.ts';
import { records } from './records.ts';
import { registry } from './registry.ts';
import { review } from './review.ts';
import { revisions } from './revisions.ts';
import { savedSearches } from './saved-searches.ts';
import { search } from './search.ts';
import { similar } from './similar.ts';
import { situation } from './situation.ts';
import { sources } from './sources.ts';
import { window } from './window.ts';
import { workspace } from './workspace.ts';
import type * as z from 'zod';

/** Everything the store can do. */
export const storeContract = {
  ...workspace,
  ...records,
  ...imports,
  ...codeLists,
  ...attachments,
  ...revisions,
  ...search,
  ...savedSearches,
  ...similar,
  ...sources,
  ...points,
  ...palette,
  ...parties,
  ...precedentReports,
  ...links,
  ...comments,
  ...profiles,
  ...preflight,
  ...review,
  ...authorities,
  ...packs,
  ...office,
  ...endorsements,
  ...guidance,
  ...inbox,
  ...answers,
  ...messages,
  ...registry,
  ...caseload,
  ...situation,
  ...designation,
  ...documents,
  ...audit,
  ...jobs,
};
/** Everything the main process answers itself. */
export const windowContract = window;
export const contract = { ...storeContract, ...windowContract };

export type StoreContract = typeof storeContract;
export type Contract = typeof contract;
export type OperationName = keyof Contract;
export type StoreOperationName = keyof StoreContract;
/** What a caller passes (defaults not yet filled in). */
export type CallInput<Name extends OperationName> = z.input<Contract[Name]['input']>;
export type CallOutput<Name extends OperationName> = OutputOf<Contract[Name]>;
export type CheckedInput<Name extends OperationName> = InputOf<Contract[Name]>;

export type NamesOf<Mode extends Operation['mode']> = {
  [Name in OperationName]: Contract[Name]['mode'] extends Mode ? Name : never;
}[OperationName];

/** What crosses from a window to the main process and on to the store. `jobId` is given for jobs. */
export type Call = { name: string; input: unknown; jobId?: string };
/** What comes back. */
export type Answer<Value = unknown> =
  | { ok: true; value: Value }
  | { ok: false; failure: FailureData };
export type FailureData = Pick<Failure, 'code' | 'detail'>;
/** What is pushed to windows without being asked for. */
export type AppEvent =
  | { type: 'job-progress'; jobId: string; progress: Progress }
  | { type: 'store-stopped' }
  | { type: 'store-started' }
  | { type: 'flush-before-close' }
  /** Asked for in the menu under the right button; the window answers with `window.pasteAsText`. */
  | { type: 'paste-as-text' };
