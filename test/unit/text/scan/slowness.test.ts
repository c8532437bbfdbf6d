import assert from 'node:assert/strict';
import { it } from 'node:test';
import { scanText } from '../../../../shared/text/scan/scan-text.ts';

/**
 * Texts that are all beginnings of something, long enough that a rule which goes back over them shows: each must take about
 * twice as long when it is twice as long. `JIANZHI_SCAN_UNITS` makes them longer (a megabyte in the long tests).
 */
const UNITS = Number(process.env['JIANZHI_SCAN_UNITS'] ?? 60_000);
/** Twice would be linear, four times quadratic; short times tremble, so those below a floor count as the floor. */
const MOST_TIMES = 3.5;
const FLOOR_IN_MS = 40;
/** And never slower than this, whatever machine: a quadratic rule needs minutes for a megabyte. */
const MOST_MS_PER_THOUSAND_UNITS = 20;

const seeds = [
  '1',
  '0',
  '１1',
  '1 ',
  '1-',
  '1.',
  '1\n',
  '12\n',
  'a1\nb2\n',
  '1\u200b',
  '\u200b',
  ' ',
  '\n',
  '(',
  'a',
  'a-',
  '13812345678',
  '138 1234 5678 ',
  '6222 ',
  '62220212345678901',
  '330102199003071230',
  '9135',
  '1-1-1-',
  'x1',
  '0571-',
  '0571-8888123',
  '0571-88881234、8888123',
  '(0571)',
  '+86',
  '+86 ',
  '400 ',
  '电话',
  '电话:8',
  '转1',
  '@',
  'a@',
  'a@b.',
  `${'a'.repeat(63)}@`,
  '浙',
  '浙A',
  '浙A1',
  '微信号',
  '微信',
  'qq',
  '护照号',
  '护照号E1234567、',
  '路1号',
  '一号',
  '路一号',
  '江岚省云汀市',
  '江岚省云汀市望舒区',
  '省市区县',
  '住在于',
  '路128号5幢',
  '1号楼',
  '路1号大厦',
  '生',
  '1990年',
  '1990年3月7日',
  '一九九〇年',
  '机密',
  '机密★',
  '★',
  '绝密★10年',
  '号1',
  '大厦',
  '〔2024〕',
  '(2022)浙',
  '（2022',
  '(20',
  '第1',
  '第12345678号',
  '条',
  '《刑法》',
  '《',
  'zl2007 1 ',
  'cn',
  '20071',
  '作登字1-',
  '2013sr',
];

function millisecondsOf(text: string): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    scanText(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

it('scanning takes time in proportion to the text, whatever the text', () => {
  scanText('热身13812345678'.repeat(2000));
  for (const seed of seeds) {
    const whole = seed.repeat(Math.ceil(UNITS / seed.length)).slice(0, UNITS);
    const half = Math.max(millisecondsOf(whole.slice(0, UNITS / 2)), FLOOR_IN_MS);
    const all = millisecondsOf(whole);
    const isLinear = all <= half * MOST_TIMES || millisecondsOf(whole) <= half * MOST_TIMES;
    assert.ok(isLinear, `${JSON.stringify(seed)}: ${half} ms, then ${all} ms`);
    assert.ok(
      all <= (UNITS / 1000) * MOST_MS_PER_THOUSAND_UNITS,
      `${JSON.stringify(seed)}: ${all} ms`,
    );
  }
});
