import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { isNear } from '../../../electron/store/search/prove.ts';
import { fold } from '../../../shared/text/fold.ts';
import { openSearchLibrary } from '../../support/search-library.ts';

const word = fc.constantFrom(
  ...'甲 乙 甲乙 a1 ab 12 1a a 7 甲1 2乙 ，1 b2 👍甲 a，b x7x'.split(' '),
);
/** Between the words runs of every length, which make more tokens than characters, and others that make fewer. */
const filler = fc.constantFrom(...Array.from('ab12，\n 7x👍丙'));
const text = fc
  .array(fc.oneof({ weight: 1, arbitrary: word }, { weight: 2, arbitrary: filler }), {
    maxLength: 16,
  })
  .map((parts) => parts.join(''));

describe('words near one another', () => {
  const library = openSearchLibrary();
  after(() => library.close());

  it('are found wherever they are, whatever stands between them', () => {
    const question = fc.record({
      texts: fc.array(text, { minLength: 3, maxLength: 5 }),
      words: fc.uniqueArray(word, { minLength: 2, maxLength: 4 }),
      within: fc.nat({ max: 9 }),
    });
    fc.assert(
      fc.property(question, ({ texts, words, within }) => {
        const numbers = library.db.transaction(() =>
          texts.map((one) => library.add({ title: '题', sections: [['x', one]] })),
        )();
        const near = numbers.filter((_, at) =>
          isNear(fold(texts[at] ?? ''), words.map(fold), within),
        );
        const found = library.numbersFor(`"${words.join(' ')}"~${within}`);
        library.db.transaction(() => numbers.forEach((number) => library.remove(number)))();
        assert.deepEqual(found, near);
      }),
      { numRuns: 300 },
    );
  });
});
