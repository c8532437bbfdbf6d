import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inCodePoints } from '../../../../shared/text/scan/code-points.ts';
import type { FindingKind } from '../../../../shared/text/scan/finding.ts';
import { scanText } from '../../../../shared/text/scan/scan-text.ts';
import { kinds } from '../../../support/scan-sentences/answer.ts';
import { dailySeeds, makeSentences } from '../../../support/scan-sentences/index.ts';

const ID = '330102199003071230';
const found = (text: string) =>
  scanText(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

/** What is found in a text: nothing, or one thing by its kind and words. */
function finds(rows: readonly (readonly [string, FindingKind | null, string?])[]): void {
  for (const [text, kind, words = text] of rows) {
    assert.deepEqual(found(text), kind === null ? [] : [`${kind} ${words}`], text);
  }
}

describe('the scanner', () => {
  it('finds identity cards by their check digit and date, never inside longer numbers or names of papers', () => {
    finds([
      [`身份证号${ID}，`, 'id-card', ID],
      ['11010519491231002x', 'id-card'],
      [Array.from(ID).join(' '), 'id-card'],
      ['330102-19900307-1230', 'id-card'],
      ['身份证330102900307123', 'id-card', '330102900307123'],
      ['330102900307123', null],
      ['330102199003071231', null],
      ['330102199013071230', null],
      [`${ID}1`, null],
      [`a${ID}`, null],
      [`第${ID}号`, null],
      [`（2022）岚${ID}号`, null],
    ]);
  });

  it('finds telephones in the forms people write, and no amounts, orders or parts of numbers', () => {
    finds([
      ['13812345678', 'mobile'],
      ['+86 138 1234 5678', 'mobile'],
      ['（+86）138-1234-5678', 'mobile'],
      ['8613812345678', 'mobile'],
      ['138.1234.5678', 'mobile'],
      ['1.13812345678', 'mobile', '13812345678'],
      ['①13812345678', 'mobile', '13812345678'],
      ['证据13812345678.pdf', 'mobile', '13812345678'],
      ['13812345678元', null],
      ['订单编号：13812345678', null],
      ['6222 138 1234 5678', null],
      ['13812345678.90', null],
      ['（0571）8888 1234转801', 'phone'],
      ['4008-888-999', 'phone'],
      ['ZC2023-0571-88881234', null],
      ['电话88881234', 'phone', '88881234'],
      ['88881234', null],
    ]);
    assert.deepEqual(found('138 1234 5678 139 1234 5678'), [
      'mobile 138 1234 5678',
      'mobile 139 1234 5678',
    ]);
    assert.deepEqual(found('0571-88881234、88881235'), ['phone 0571-88881234', 'phone 88881235']);
  });

  it('finds bank cards by Luhn, plates, credit codes and e-mail', () => {
    finds([
      ['6222021234567890128', 'bank-card'],
      ['6222 0212 3456 7890 128', 'bank-card'],
      ['6222021234567890129', null],
      ['订单号6212261234567898', null],
      ['卡号6212261234567898', 'bank-card', '6212261234567898'],
      ['浙ＡＤ１２３４５', 'plate'],
      ['粤Z1234港', 'plate'],
      ['浙B2-20201234', null],
      ['最新A20245版', null],
      ['91350100M000100Y43', 'credit-code'],
      ['91350100m000100y43', 'credit-code'],
      ['91350100M000100Y44', null],
      ['A@B.com。', 'email', 'A@B.com'],
      ['logo@2x.png', null],
      ['ui@0.52.0', null],
    ]);
  });

  it('finds addresses from their first level to their last number', () => {
    finds([
      [
        '林某住江岚省云汀市望舒区折柳路128号5幢201室。',
        'address',
        '江岚省云汀市望舒区折柳路128号5幢201室',
      ],
      [
        '住新疆维吾尔自治区乌鲁木齐市天山区解放南路1号',
        'address',
        '新疆维吾尔自治区乌鲁木齐市天山区解放南路1号',
      ],
      ['家住和平区和平路18号', 'address', '和平区和平路18号'],
      ['住临溪县石门镇上坞村七组', 'address', '临溪县石门镇上坞村七组'],
      ['现住折柳路128号', 'address', '折柳路128号'],
      [
        '住北京市朝阳区建国路88号院3号楼1单元502室',
        'address',
        '北京市朝阳区建国路88号院3号楼1单元502室',
      ],
      ['住西安市未央区凤城五路海璟国际3-2-1502', 'address', '西安市未央区凤城五路海璟国际3-2-1502'],
      ['在余杭区文一西路969号西溪园区上班', 'address', '余杭区文一西路969号西溪园区'],
      ['云汀市望舒区市场监督管理局2023年第2号公告', null],
      ['沿国道104号线', null],
      ['云汀市中级人民法院第3号', null],
    ]);
  });

  it('finds births, passports, WeChat and QQ by the words beside them only', () => {
    finds([
      ['1990年3月7日出生', 'birth-date', '1990年3月7日'],
      ['1990年3月7日出品', null],
      ['1990年3月7日生效', null],
      ['出生日期：19900307', 'birth-date', '19900307'],
      ['护照E12345678', 'passport', 'E12345678'],
      ['货号E12345678', null],
      ['微信号lanshan_2020', 'wechat', 'lanshan_2020'],
      ['微信Android客户端', null],
      ['微信号：13812345678', 'mobile', '13812345678'],
      ['QQ：12345678', 'qq', '12345678'],
      ['QQ音乐2006', null],
    ]);
  });

  it('finds markings of state secrets as they are defined, and no words in prose', () => {
    finds([
      ['正文\n机密★10年', 'secrecy-marking', '机密★10年'],
      ['密级：秘密\n正文', 'secrecy-marking', '秘密'],
      ['商业秘密★5年', null],
      ['本公司机密文件', null],
    ]);
    assert.deepEqual(scanText('机密\n正文', { isBeginning: false }), []);
  });

  it('never takes a number of a case, a paper, a patent, a trademark or a registration', () => {
    finds([
      ['（2022）浙0603民再67号', null],
      ['汕濠检刑诉（2017）1号', null],
      ['ZL200710304704.x', null],
      ['第4356344号', null],
      ['浙作登字11-2013-F-14787', null],
      ['GB/T 9704-2012', null],
    ]);
  });

  it('bears nothing, nobody and nonsense', () => {
    finds([
      ['', null],
      ['某', null],
      ['\ud800', null],
      ['@', null],
      ['号'.repeat(50), null],
    ]);
  });

  it('tells places in code points', () => {
    const text = '𠮷😀13812345678';
    assert.deepEqual(inCodePoints(text, scanText(text)), [{ kind: 'mobile', start: 2, end: 13 }]);
  });

  it('finds nearly everything in the sentences with known answers, and nearly nothing else', () => {
    const sentences = dailySeeds.slice(0, 60).flatMap(makeSentences);
    for (const kind of kinds) {
      let [right, there, said] = [0, 0, 0];
      for (const { text, answers } of sentences) {
        const wanted = answers.filter((answer) => answer.kind === kind);
        const got = scanText(text).filter((finding) => finding.kind === kind);
        there += wanted.length;
        said += got.length;
        right += wanted.filter(({ start, end }) =>
          got.some((finding) => finding.start === start && finding.end === end),
        ).length;
      }
      assert.ok(right / there >= 0.995, `recall of ${kind}: ${right} of ${there}`);
      assert.ok(right / said >= 0.98, `precision of ${kind}: ${right} of ${said}`);
    }
  });
});

/** Texts of what the rules look at, put together anyhow. */
const pieces = fc.array(
  fc.constantFrom(
    ID,
    '138',
    '1234',
    '5678',
    ' ',
    '-',
    '\n',
    '\u200b',
    '号',
    '第',
    '路',
    '1',
    '８',
    '@',
    'a.cn',
    '浙A',
    '（2022）',
    '机密',
    '★',
    '生于',
    '1990年3月7日',
    '微信号',
    'abc_123',
    'x',
    '①',
    '😀',
    '云汀市望舒区',
    '电话',
    '0571',
    '卡号',
    '.',
  ),
  { maxLength: 40 },
);

describe('whatever the text, the findings', () => {
  it('lie in it, in order, without overlaps, and not on invisible edges', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of scanText(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.doesNotMatch(text.slice(start, end), /^[\u200b\s]|[\u200b\s]$/u);
          last = end;
        }
      }),
      { numRuns: Number(process.env['JIANZHI_RUNS'] ?? 500) },
    );
  });

  it('are the same when invisible characters are put between all the others', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.filter((part) => part !== '\u200b' && part !== '😀').join('');
        const sown = Array.from(text).join('\u200b');
        assert.deepEqual(
          scanText(sown).map(({ kind, start, end }) => [kind, start / 2, (end + 1) / 2]),
          scanText(text).map(({ kind, start, end }) => [kind, start, end]),
        );
      }),
      { numRuns: Number(process.env['JIANZHI_RUNS'] ?? 500) },
    );
  });
});
