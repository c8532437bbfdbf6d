import { revisionsHandlers } from '../../electron/store/revisions/handlers.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import {
  revisions,
  type RecordContent,
  type Revision,
  type RevisionId,
} from '../../shared/contract/revisions.ts';
import { sectionText, type DocumentTree } from '../../shared/document/tree.ts';
import { documentOf, type TempRecords } from './temp-records.ts';

/** What somebody at a record does and sees of its history. */
export type TempHistory = {
  /** Saves other facts, or another document, as autosave would. */
  write(id: RecordId, facts: string | DocumentTree, change?: { title?: string }): Promise<void>;
  leave(id: RecordId): Promise<void>;
  keep(id: RecordId, name?: string): { number: number; isNew: boolean };
  history(id: RecordId): Promise<Revision[]>;
  content(id: RevisionId): Promise<RecordContent>;
  /** The text of the record as it stands. */
  now(id: RecordId): Promise<string>;
};

export function historyIn({ context, handlers }: TempRecords): TempHistory {
  return {
    async write(id, facts, change = {}) {
      const record = await handlers['records.get'](context, { id });
      const { saves, title, keywords, caseNumbers } = record;
      const document = typeof facts === 'string' ? documentOf({ facts }) : facts;
      const draft = { id, saves, title, keywords, caseNumbers, document, ...change };
      await handlers['records.save'](context, draft);
    },
    async leave(recordId) {
      await revisionsHandlers['revisions.leave'](context, { recordId });
    },
    keep: (recordId, name) =>
      revisionsHandlers['revisions.keep'](context, { recordId, name: name ?? null }) as {
        number: number;
        isNew: boolean;
      },
    async history(recordId) {
      const input = revisions['revisions.list'].input.parse({ recordId, limit: 500 });
      const page = await revisionsHandlers['revisions.list'](context, input);
      return revisions['revisions.list'].output.parse(page).items;
    },
    async content(id) {
      return (await revisionsHandlers['revisions.get'](context, { id })).content;
    },
    async now(id) {
      return textOf((await handlers['records.get'](context, { id })).document);
    },
  };
}

export const textOf = (document: DocumentTree) => document.sections.map(sectionText).join('\n');
