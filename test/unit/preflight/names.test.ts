import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPartyNames } from '../../../shared/preflight/find-party-names.ts';

const found = (text: string, ...names: string[]) =>
  findPartyNames(text, names).map(({ start, end }) => text.slice(start, end));

describe('a real name', () => {
  it('is found however it is spread out, and nothing around it is', () => {
    for (const spread of [
      '李明远',
      '李 明　远',
      '李\u200b明\u2060远',
      '李\n明\n\n远',
      '李  \t 明远',
      '李·明•远',
      '李\u0301明远',
    ]) {
      assert.deepEqual(found(`被告人${spread}，男`, '李明远'), [spread], JSON.stringify(spread));
    }
  });

  it('is found in any width and in traditional characters', () => {
    assert.deepEqual(found('ＡＤＡ Ｌｉ與張偉東', 'Ada Li', '张伟东'), ['ＡＤＡ Ｌｉ', '張偉東']);
  });

  it('inside a longer one of the list is that one; without it, it is found there too', () => {
    assert.deepEqual(found('李明远与李明', '李明', '李明远'), ['李明远', '李明']);
    assert.deepEqual(found('李明远', '李明'), ['李明']);
    assert.deepEqual(found('李明远志', '李明远', '远志'), ['李明远', '远志']);
  });

  it('in Latin letters is no part of a word', () => {
    assert.deepEqual(found('Canada, Ada, ada1', 'Ada'), ['Ada', 'ada']);
  });

  it('of one character, or that is a pseudonym, is not looked for', () => {
    assert.deepEqual(found('某某李李某', '某', '李', '李某'), []);
  });

  it('is looked for in time that grows with the text alone', () => {
    const blank = `李${' '.repeat(1_000_000)}`;
    const before = performance.now();
    findPartyNames(blank, ['李明远', '李明']);
    findPartyNames('李 '.repeat(300_000), ['李明远', '李李李']);
    assert.ok(performance.now() - before < 4_000);
  });
});
