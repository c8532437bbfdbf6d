import type { InputOf, OutputOf } from '../../shared/contract/define.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import type { SourceId, sources } from '../../shared/contract/sources.ts';
import type { DocumentTree } from '../../shared/document/tree.ts';
import type { SourceItem } from '../../shared/sources/csl-item.ts';
import { sourcesHandlers } from '../../electron/store/sources/handlers.ts';
import { openTempRecords, recordingControl, type TempRecords } from './temp-records.ts';

type Sources = typeof sources;
type Name = keyof Sources;

export type TempSources = TempRecords & {
  call<N extends Name>(name: N, input: InputOf<Sources[N]>): Promise<OutputOf<Sources[N]>>;
  add(item: SourceItem): Promise<SourceId>;
  /** A research note that cites these, in this order. */
  cite(...ids: string[]): RecordId;
};

/** The records of a real encrypted database, with the library of sources beside them. */
export function openTempSources(): TempSources {
  const store = openTempRecords();
  const call: TempSources['call'] = async (name, input) => {
    const handler = sourcesHandlers[name] as (...given: unknown[]) => unknown;
    return (await handler(store.context, input, recordingControl())) as OutputOf<
      Sources[typeof name]
    >;
  };
  return {
    ...store,
    call,
    add: async (item) => (await call('sources.create', { item })).id,
    cite: (...ids) => {
      const id = store.create('research-note', '损失数额认定的调研');
      void store.handlers['records.save'](store.context, {
        id,
        saves: 1,
        title: '损失数额认定的调研',
        keywords: [],
        caseNumbers: [],
        document: documentCiting(...ids),
      });
      return id;
    },
  };
}

export function documentCiting(...ids: string[]): DocumentTree {
  const children = ids.flatMap((sourceId) => [
    { type: 'text' as const, text: '据研究' },
    { type: 'citation' as const, items: [{ sourceId }] },
  ]);
  return {
    version: 2,
    sections: [{ id: 'problem', heading: '问题', blocks: [{ type: 'paragraph', children }] }],
  };
}

/** A source of the invented world. */
export function sourceItem(change: Partial<SourceItem> = {}): SourceItem {
  return {
    type: 'article-journal',
    title: '商业秘密刑事案件中损失数额的认定路径',
    author: [{ literal: '林某' }],
    'container-title': '江岚法学',
    issued: { 'date-parts': [[2024]] },
    ...change,
  };
}
