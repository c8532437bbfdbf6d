import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../../shared/text/fold.ts';
import { gapToken, tokensOfTerm, tokensOfText } from '../../../shared/text/tokenise.ts';

const shown = (text: string) => tokensOfText(fold(text)).join(' ');

describe('tokens', () => {
  it('are one for each Han character, those beyond the basic plane too', () => {
    assert.equal(shown('检察𠮷院'), '检 察 𠮷 院');
  });

  it('hold pairs of letters and digits, with the first one marked and the last one alone', () => {
    assert.equal(shown('刑213号'), '刑 ¦2 21 13 3 号');
    assert.equal(shown('A'), '¦a a');
  });

  it('keep punctuation apart, and make any white space one gap', () => {
    assert.equal(shown('假，冒。'), '假 ¤2c 冒 。');
    assert.equal(shown('假 \n\u3000冒'), `假 ${gapToken} 冒`);
  });

  it('cannot be imitated by a text', () => {
    assert.equal(shown('¶§¦¤'), '¤b6 ¤a7 ¤a6 ¤a4');
    assert.equal(shown('\ud842'), '¤d842');
  });

  it('never hold a blank or a quotation mark, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const token of tokensOfText(fold(text))) {
          assert.match(token, /^(?!.*\s)[0-9a-z\P{ASCII}]+$/u);
        }
      }),
    );
  });

  it('of a term stand side by side in a text exactly where the text has the term', () => {
    const unit = fc.constantFrom(...Array.from('商标12aＺ9，(。 𠮷'));
    const text = fc.string({ unit, maxLength: 12 });
    const word = fc.string({ unit, minLength: 1, maxLength: 4 }).map(fold);
    fc.assert(
      fc.property(text, word, (where, term) => {
        const tokens = tokensOfTerm(term);
        if (tokens === null || /\s/.test(term)) return;
        const inTokens = ` ${shown(where)} `.includes(` ${tokens.join(' ')} `);
        assert.equal(inTokens, fold(where).includes(term), `${term} in ${where}`);
      }),
      { numRuns: 5000 },
    );
  });

  it('leave nothing of a single letter or digit to look for side by side', () => {
    assert.equal(tokensOfTerm('7'), null);
    assert.deepEqual(tokensOfTerm('7号'), ['7', '号']);
    assert.deepEqual(tokensOfTerm('第7'), ['第', '¦7']);
  });
});
