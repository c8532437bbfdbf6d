import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { wordsOf } from '../../../shared/i18n/index.ts';

const read = (language: string) => {
  const folder = new URL(`../../../shared/i18n/${language}/`, import.meta.url);
  return readdirSync(folder).flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .map((line) => `${language}/${file}: ${line.trim()}`),
  );
};

describe('a text that is counted', () => {
  it('is 第 n 版 in Chinese and version n in English, wherever it is spoken of', () => {
    const others = /\} ?稿|版本 ?\$|\b(?:draft|revision) \$\{/iu;
    assert.deepEqual(
      [...read('zh-CN'), ...read('en')].filter((line) => others.test(line)),
      [],
    );
  });
});

describe('where a record came from', () => {
  it('calls guidance by its own name, and everything else a pack', () => {
    const said = (language: 'zh-CN' | 'en') => {
      const { packNumber } = wordsOf(language).inbox;
      return [packNumber('guidance', 1), packNumber('submission', 2), packNumber('endorsement', 3)];
    };
    assert.deepEqual(said('zh-CN'), ['第 1 号指导材料', '第 2 号经验包', '第 3 号经验包']);
    assert.deepEqual(said('en'), ['guidance No. 1', 'pack No. 2', 'pack No. 3']);
  });
});

describe('an office that packs come from or go to', () => {
  it('is 发件单位 and 接收单位, and what a provincial office passes on is 转报', () => {
    const others = /收件单位|发出单位|转送|单位名片”中/u;
    assert.deepEqual(
      read('zh-CN').filter((line) => others.test(line)),
      [],
    );
  });
});
