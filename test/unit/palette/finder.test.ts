import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFinder, type Finder } from '../../../renderer/palette/finder.ts';
import type { Entry } from '../../../renderer/palette/prepare.ts';
import { soundsOf } from '../../../shared/text/sounds.ts';

const sounds = (text: string) =>
  soundsOf(text)
    .map((run) => run.map(({ syllable }) => syllable).join(' '))
    .join('|');
const entry = (key: string, label: string, texts: string[] = []): Entry => ({
  key,
  label,
  texts,
  sounds: [label, ...texts].map(sounds),
});

const entries = [
  entry('command:lock', '锁定', ['Lock']),
  entry('command:settings', '设置', ['Settings']),
  entry('record:tea', '何某甲假冒注册商标案', ['岑岭', '（2025）岚0102刑初47号', '林某']),
  entry('record:motor', '电机控制参数泄露案', ['商业秘密', '技术信息']),
  entry('tag:双报', '双报'),
  entry('saved:new', '今年的商标案'),
];

async function finderOf(some: readonly Entry[] = entries): Promise<Finder> {
  const finder = createFinder();
  await finder.load(some);
  return finder;
}
const keys = (finder: Finder, text: string, used: string[] = []) =>
  finder.find(text, used).map(({ entry: { key } }) => key);

test('a title is found by a word within it, its pinyin, an unfinished syllable and its initials', async () => {
  const finder = await finderOf();
  for (const typed of ['假冒', '假冒 商标', 'jiamao', 'jiam', 'jmzc', 'zhuceshangbiao']) {
    assert.equal(keys(finder, typed)[0], 'record:tea', typed);
  }
});

test('pinyin begins with a syllable', async () => {
  assert.deepEqual(keys(await finderOf([entry('record:tea', '商标案')]), 'angbiao'), []);
});

test('case numbers are found in any bracket, pseudonyms and keywords as they stand', async () => {
  const finder = await finderOf();
  for (const typed of ['(2025)岚0102', '0102刑初47', '林某', '岑岭', '岑嶺']) {
    assert.deepEqual(keys(finder, typed), ['record:tea'], typed);
  }
});

test('a slip of the finger is forgiven in Latin words and syllables, never in Han characters', async () => {
  const finder = await finderOf();
  assert.equal(keys(finder, 'setings')[0], 'command:settings');
  assert.deepEqual(keys(finder, 'shsng').toSorted(), ['record:motor', 'record:tea', 'saved:new']);
  assert.deepEqual(keys(finder, '假昌'), []);
});

test('a command is found in both languages', async () => {
  const finder = await finderOf();
  for (const typed of ['锁定', 'suoding', 'sd', 'lock', 'LOCK', 'loc']) {
    assert.equal(keys(finder, typed)[0], 'command:lock', typed);
  }
});

test('what was used lately comes first among what fits, and only among that', async () => {
  const finder = await finderOf();
  assert.equal(keys(finder, '商')[0], 'record:tea');
  assert.equal(keys(finder, '商', ['saved:new'])[0], 'saved:new');
  assert.deepEqual(keys(finder, '双报', ['saved:new']), ['tag:双报']);
});

test('what was renamed or is gone is no longer found, and the rest still is', async () => {
  const finder = await finderOf();
  await finder.load([
    entry('record:tea', '茶叶案'),
    ...entries.filter(({ key }) => key !== 'record:tea' && key !== 'command:settings'),
  ]);
  assert.deepEqual(keys(finder, 'jiamao'), []);
  assert.deepEqual(keys(finder, 'chaye'), ['record:tea']);
  assert.deepEqual(keys(finder, 'setings'), []);
  assert.equal(keys(finder, 'lock')[0], 'command:lock');
});

test('anything typed gets an answer', async () => {
  const finder = await finderOf();
  for (const typed of [
    '',
    '   ',
    '"(',
    '\u0000',
    '𠮷',
    '👍',
    '\ud800',
    'x'.repeat(10_000),
    '案 '.repeat(5000),
  ]) {
    assert.ok(Array.isArray(finder.find(typed, [])), typed.slice(0, 20));
  }
});
