import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { runToEnd } from '../../../electron/store/search/steps.ts';
import { searchAttachmentsInSteps } from '../../../electron/store/attachments/text/search-attachments.ts';
import { storeText } from '../../../electron/store/attachments/text/store-text.ts';
import { fold } from '../../../shared/text/fold.ts';
import { parseQuery } from '../../../shared/text/query/parse-query.ts';
import { openTempAttachments, type TempAttachments } from '../../support/temp-attachments.ts';

const unit = fc.constantFrom(
  ...Array.from('商标假冒著权案12307aAzＺ３，。（(〔]《"“、-· \n\t　𠮷𠀾👍é¶\u200b\ue000'),
);
const pages = fc.array(
  fc.string({ unit, maxLength: 30 }).map((text) => `案${text}。`),
  { maxLength: 3 },
);

/** What search of attachments is held to: every word of the folded query is on some folded page. */
function isIn(texts: readonly string[], query: string): boolean {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}\p{M}\p{Co}]|[^\p{ASCII}\p{P}\p{Z}\p{C}]/u.test(word));
  return words.length > 0 && words.every((word) => texts.some((text) => fold(text).includes(word)));
}

describe('search of attachments', () => {
  let store: TempAttachments;
  beforeEach(() => (store = openTempAttachments()));
  afterEach(() => store.close());

  it('finds what a scan of the folded pages finds, and nothing else', async () => {
    let files = 0;
    const cut = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(pages, { minLength: 2, maxLength: 4 }),
        fc.array(fc.array(cut, { minLength: 1, maxLength: 2 }), { minLength: 5, maxLength: 5 }),
        async (texts, cuts) => {
          const record = store.create();
          const kept = new Map<string, string[]>();
          for (const pagesOfFile of texts) {
            files += 1;
            const path = store.file(`${String(files)}.txt`, String(files));
            const { id, hash } = await store.attach(record, path);
            await storeText(store.db, hash, {
              state: 'text',
              pages: pagesOfFile.map((text, index) => ({ page: index + 1, text })),
              blankPages: 0,
            });
            kept.set(id, pagesOfFile);
          }
          const all = texts.flat();
          for (const parts of cuts) {
            const query = parts
              .map(([which, start, length]) => {
                const text = Array.from(all[which % Math.max(1, all.length)] ?? '商');
                const from = start % Math.max(1, text.length);
                return text.slice(from, from + length).join('');
              })
              .join(' ');
            const { isPlain, problems } = parseQuery(query);
            if (!isPlain || problems.length > 0) continue;
            const answer = runToEnd(
              searchAttachmentsInSteps(store.db, { query, kinds: [], offset: 0, limit: 50 }),
            );
            const found = answer.hits.map(({ attachment }) => attachment.id as string).toSorted();
            const expected = [...kept].filter(([, own]) => isIn(own, query)).map(([id]) => id);
            // What identifiers in other forms find comes on top.
            const more = found.filter((id) => !expected.includes(id));
            assert.deepEqual(
              found.filter((id) => expected.includes(id)),
              expected.toSorted(),
              JSON.stringify(query),
            );
            assert.equal(answer.total, found.length);
            if (!/[0-9]/u.test(query)) assert.deepEqual(more, [], JSON.stringify(query));
          }
          await store.handlers['records.trash'](store.context, { ids: [record] });
        },
      ),
      { numRuns: 40 },
    );
  });
});
