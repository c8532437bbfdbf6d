import type { Database } from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { RecordId } from '../../../../shared/contract/records.ts';
import { mapInlines } from '../../../../shared/document/map-inlines.ts';
import type { DocumentTree, Inline } from '../../../../shared/document/tree.ts';
import { readSourceItem } from '../../../../shared/sources/csl-item.ts';
import type { Clock } from '../../context.ts';
import { findResource } from '../../files/find-resource.ts';
import { findTwins } from '../../sources/find-twins.ts';
import { insertSource } from '../../sources/write-source.ts';
import { storedDocument } from '../record-row.ts';

/** What the sample library cites: sources as CSL-JSON, and after which words of which file they are cited. */
const Citations = z.strictObject({
  sources: z.array(z.looseObject({ id: z.string() })),
  citations: z.array(
    z.strictObject({
      record: z.string(),
      after: z.string().min(1),
      sources: z.array(z.strictObject({ id: z.string(), locator: z.string().optional() })).min(1),
    }),
  ),
});
export type SampleCitations = z.output<typeof Citations>;

export function readSampleCitations(): SampleCitations {
  const file = path.join(findResource('sample-library'), 'citations.json');
  return Citations.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * Puts the citations into a sample that was just added, and the sources into the library unless they are there. Nothing
 * of the text is another by it, so neither index nor counts change. To be called in the same turn as the adding.
 */
export function citeSample(
  db: Database,
  clock: Clock,
  { sources, citations }: SampleCitations,
  sample: { id: RecordId; file: string },
): void {
  const own = citations.filter(({ record }) => sample.file.endsWith(record));
  if (own.length === 0) return;
  const write = db.transaction(() => {
    const idOf = (id: string) => {
      const { item } = readSourceItem(sources.find((source) => source.id === id));
      return findTwins(db, item, null)[0]?.source.id ?? insertSource(db, item, clock(), true);
    };
    const text = db.prepare('SELECT document FROM records WHERE id = ?').pluck().get(sample.id);
    const cited = own.reduce(
      (document, { after, sources: named }) =>
        citeAfter(document, after, {
          type: 'citation',
          items: named.map(({ id, ...locator }) => ({ sourceId: idOf(id), ...locator })),
        }),
      storedDocument(text as string),
    );
    db.prepare('UPDATE records SET document = ? WHERE id = ?').run(
      JSON.stringify(cited),
      sample.id,
    );
  });
  write.immediate();
}

function citeAfter(document: DocumentTree, after: string, citation: Inline): DocumentTree {
  const inRun = (children: Inline[]) =>
    children.flatMap((inline): Inline[] => {
      const at = inline.type === 'text' ? inline.text.indexOf(after) : -1;
      if (inline.type !== 'text' || at === -1) return [inline];
      const [head, tail] = [
        inline.text.slice(0, at + after.length),
        inline.text.slice(at + after.length),
      ];
      const rest: Inline[] = tail === '' ? [] : [{ ...inline, text: tail }];
      return [{ ...inline, text: head }, citation, ...rest];
    });
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => mapInlines(block, inRun)),
    })),
  };
}
