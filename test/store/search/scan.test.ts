import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { makeRandom, type Random } from '../../bench/random.ts';
import { makeRecord, makeVocabulary } from '../../bench/synthetic-library.ts';
import { parseQuery } from '../../../shared/text/query/parse-query.ts';
import { sectionText } from '../../../shared/document/tree.ts';
import {
  openSearchLibrary,
  recordOf,
  scan,
  stretchesOf,
  type Draft,
  type SearchLibrary,
} from '../../support/search-library.ts';

let library: SearchLibrary;
beforeEach(() => (library = openSearchLibrary()));
afterEach(() => library.close());

/** Few different characters, so that they meet in all orders; every class the tokens tell apart is among them. */
const unit = fc.constantFrom(
  ...Array.from(
    '商标假冒著權权案號号12307aAzＺ３，,。（(〔]《》"“、-—· \n\t　𠮷𠀾👍é℃¶§¦¤\u200b\u0000\ue000',
  ),
);
const words = (maxLength: number) => fc.string({ unit, maxLength });
const line = (maxLength: number) =>
  words(maxLength).map((text) => `案${text.replaceAll('\u0000', '')}`);
const draft: fc.Arbitrary<Draft> = fc.record({
  title: line(12),
  keywords: fc.array(line(4), { maxLength: 3 }),
  caseNumbers: fc.array(line(8), { maxLength: 2 }),
  sections: fc.array(fc.tuple(line(3), words(40)), { maxLength: 3 }),
});

/** A stretch of 1–8 characters of one of the records, or two of them, or anything. */
function queryFor(drafts: readonly Draft[], random: Random): string {
  const cutOut = () => {
    const stretch = Array.from(random.pick(stretchesOf(recordOf(random.pick(drafts)))));
    const start = random.below(Math.max(1, stretch.length));
    return stretch.slice(start, start + 1 + random.below(8)).join('');
  };
  const roll = random.below(5);
  if (roll === 0) return `${cutOut()} ${cutOut()}`;
  return cutOut();
}

/** Queries that use the language are compared elsewhere. */
function agree(kept: ReadonlyMap<number, Draft>, query: string): void {
  const { isPlain, problems } = parseQuery(query);
  if (!isPlain || problems.length > 0) return;
  const { hits, total } = library.find(query, { limit: 500 });
  const byText = hits.filter(({ via }) => via === 'text').map(({ id }) => library.numberOf(id));
  const sorted = byText.toSorted((one, other) => one - other);
  assert.deepEqual(sorted, scan(kept, query), JSON.stringify(query));
  assert.equal(total, hits.length, JSON.stringify(query));
}

describe('search finds what a scan of the folded text finds, and nothing else,', () => {
  it('in texts of any characters, after records are added, edited, trashed, restored and deleted', () => {
    fc.assert(
      fc.property(fc.array(draft, { minLength: 4, maxLength: 6 }), fc.nat(), (drafts, seed) => {
        const random = makeRandom(seed);
        const kept = new Map(drafts.map((one) => [library.add(one), one] as const));
        const ask = () => {
          for (let count = 0; count < 6; count += 1) agree(kept, queryFor(drafts, random));
        };
        ask();
        const [first = 0, second = 0, third = 0, fourth = 0] = kept.keys();
        const [, changed = {}] = drafts;
        kept.set(first, changed);
        library.edit(first, changed);
        const resting = kept.get(second) ?? {};
        kept.delete(second);
        library.trash(second);
        kept.delete(third);
        library.remove(third);
        library.trash(fourth);
        library.restore(fourth);
        ask();
        library.restore(second);
        kept.set(second, resting);
        ask();
        for (const number of kept.keys()) library.remove(number);
      }),
      { numRuns: 60 },
    );
  });

  it('in case texts of real length, for a thousand stretches of 1–8 characters', () => {
    const random = makeRandom(7);
    const vocabulary = makeVocabulary(random);
    const kept = new Map<number, Draft>();
    for (let count = 0; count < 30; count += 1) {
      const { title, keywords, caseNumbers, document } = makeRecord(vocabulary, random);
      const one: Draft = {
        title,
        keywords: [...keywords],
        caseNumbers: [...caseNumbers],
        sections: document.sections.map((section) => [section.heading, sectionText(section)]),
      };
      kept.set(library.add(one), one);
    }
    const drafts = [...kept.values()];
    for (let count = 0; count < 1000; count += 1) agree(kept, queryFor(drafts, random));
  });

  it('also where a stretch begins or ends within a number or a Latin word', () => {
    const one = {
      sections: [['案情', '第4356344号，ZL200710304704.x，（2022）岚0603民再67号，Jianzhi2']],
    } satisfies Draft;
    const kept = new Map([[library.add(one), one]]);
    const text = Array.from(one.sections[0]?.[1] ?? '');
    for (let start = 0; start < text.length; start += 1) {
      for (let length = 1; length <= 8; length += 1) {
        agree(kept, text.slice(start, start + length).join(''));
      }
    }
    for (const wrong of ['4356345', '335', '0603民再68', 'Jianzhi3', 'y', '89']) agree(kept, wrong);
  });
});
