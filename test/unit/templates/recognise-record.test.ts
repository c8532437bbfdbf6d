import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RecordKind } from '../../../shared/contract/records.ts';
import { readDocument } from '../../../shared/document/read-document.ts';
import { sectionText } from '../../../shared/document/tree.ts';
import {
  recogniseRecord,
  type Recognised,
} from '../../../shared/templates/recognise/recognise-record.ts';
import { textLine, type RoughLine } from '../../../shared/templates/recognise/rough-block.ts';

const recognise = (text: string, kind: RecordKind = 'precedent') =>
  recogniseRecord(linesOf(text), kind);

function linesOf(text: string): RoughLine[] {
  let isAfterBlank = false;
  return text.split('\n').flatMap((line) => {
    const isBlank = line.trim() === '';
    const hints = { isAfterBlank, isCentred: /^\s{6,}/.test(line) };
    isAfterBlank = isBlank;
    return isBlank ? [] : [textLine(line.trim(), hints)];
  });
}

describe('the title', () => {
  const forms: [text: string, title: string | null][] = [
    ['林某假冒注册商标案', '林某假冒注册商标案'],
    ['　　　林某假冒注册商标案　　', '林某假冒注册商标案'],
    ['林 某 假 冒 注 册 商 标 案', '林某假冒注册商标案'],
    ['《林某假冒注册商标案》', '林某假冒注册商标案'],
    ['【林某假冒注册商标案】', '林某假冒注册商标案'],
    ['《云汀夜话》著作权侵权案', '《云汀夜话》著作权侵权案'],
    ['案例一\n林某假冒注册商标案', '林某假冒注册商标案'],
    ['案例一：林某假冒注册商标案', '林某假冒注册商标案'],
    ['案例1　林某假冒注册商标案', '林某假冒注册商标案'],
    ['【典型案例】林某假冒注册商标案', '林某假冒注册商标案'],
    ['典型案例：林某假冒注册商标案', '林某假冒注册商标案'],
    ['典型案例\n林某假冒注册商标案', '林某假冒注册商标案'],
    ['典型案例之三\n林某假冒注册商标案', '林某假冒注册商标案'],
    ['标题：林某假冒注册商标案', '林某假冒注册商标案'],
    ['【标题】\n林某假冒注册商标案', '林某假冒注册商标案'],
    ['# 林某假冒注册商标案', '林某假冒注册商标案'],
    ['林某等三人销售假冒\n注册商标的商品案', '林某等三人销售假冒注册商标的商品案'],
    ['        林某等三人\n      假冒“岑岭”商标案', '林某等三人假冒“岑岭”商标案'],
    ['林某假冒注册商标案\n——以案促治守护“岑岭”', '林某假冒注册商标案——以案促治守护“岑岭”'],
    ['江岚省云汀市人民检察院\n关于“双报”机制的调研报告', '关于“双报”机制的调研报告'],
    ['云检知发〔2025〕3号\n2025年6月\n林某假冒注册商标案', '林某假冒注册商标案'],
    ['【基本案情】\n林某以次充好。', null],
    ['这份材料没有标题，第一句话就是正文，写了很久才到句号。', null],
  ];
  for (const [text, title] of forms) {
    it(`of ${JSON.stringify(text)} is ${title ?? 'not there'}`, () => {
      assert.equal(recognise(`${text}\n\n【典型意义】\n内容。`).title, title);
    });
  }
  it('does not swallow an office, a date or a name below it', () => {
    for (const line of ['云汀市人民检察院课题组', '2025年7月8日', '林某', '（检例第999号）']) {
      const { title, document } = recognise(`林某假冒注册商标\n${line}\n【典型意义】内容。`);
      assert.equal(title, '林某假冒注册商标');
      assert.equal(document.sections[0]?.blocks.length, 1);
    }
  });
});

describe('keywords', () => {
  const words = ['侵犯著作权罪', '综合履职', '有声读物'];
  const forms = [
    '关键词：侵犯著作权罪 综合履职 有声读物',
    '【关键词】侵犯著作权罪　综合履职　有声读物',
    '【关键词】\n侵犯著作权罪；综合履职；有声读物',
    '关 键 词\n侵犯著作权罪、综合履职、有声读物。',
    '〔关键词〕侵犯著作权罪,综合履职,有声读物',
    '主题词：侵犯著作权罪|综合履职|有声读物',
    '**关键词**：侵犯著作权罪 ｜ 综合履职 ｜ 有声读物',
    '关键词\n侵犯著作权罪\n综合履职\n有声读物',
    '一、关键词\n侵犯著作权罪 综合履职 有声读物',
    '侵犯著作权罪　综合履职　有声读物',
    '侵犯著作权罪；综合履职；有声读物',
  ];
  for (const form of forms) {
    it(`are read from ${JSON.stringify(form)}`, () => {
      const { keywords, document } = recognise(`何某甲侵犯著作权案\n\n${form}\n\n基本案情\n内容。`);
      assert.deepEqual(keywords, words);
      assert.deepEqual(
        document.sections.map(({ id }) => id),
        ['facts'],
      );
    });
  }
  it('keep a charge together that has the separator in its name', () => {
    const charge = '非法制造、销售非法制造的注册商标标识罪';
    assert.deepEqual(recognise(`林某案\n关键词：${charge}、综合履职`).keywords, [
      charge,
      '综合履职',
    ]);
  });
  it('are not made of names, offices, places or a sentence', () => {
    for (const line of [
      '林某 周某某 何某甲',
      '云汀市人民检察院 望舒区人民法院 临溪县',
      '关键词：这里是一句话。后面还有一句。',
    ]) {
      assert.deepEqual(recognise(`林某假冒注册商标案\n${line}\n基本案情\n内容。`).keywords, []);
    }
  });
  it('are not taken from the middle of a text', () => {
    const text = '林某案\n【基本案情】甲。\n【典型意义】乙。\n关键词：假冒 注册 商标';
    const { keywords, document } = recognise(text);
    assert.deepEqual(keywords, []);
    assert.match(document.sections.map(sectionText).join('\n'), /关键词：假冒 注册 商标/);
  });
});

describe('case numbers', () => {
  it('are found wherever they stand, in one form, each once', () => {
    const { caseNumbers } = recognise(
      '林某案\n基本案情\n见（2022）浙0603民再67号、(2021)最高法知民终1970号。又见〔２０２２〕浙0603民再67号。\n典型意义\n（2014）绍柯知初字第162号；（2005）沪高民三（知）终字第108号。',
    );
    assert.deepEqual(caseNumbers, [
      '（2022）浙0603民再67号',
      '（2021）最高法知民终1970号',
      '（2014）绍柯知初字第162号',
      '（2005）沪高民三（知）终字第108号',
    ]);
  });
  it('leave the text only from a line of their own', () => {
    const { caseNumbers, document } = recognise(
      '林某案\n案号：（2025）岚0102刑初47号；岚检民监〔2024〕35号\n基本案情\n（2025）岚0102刑初47号判决。',
    );
    assert.deepEqual(caseNumbers, ['（2025）岚0102刑初47号', '岚检民监〔2024〕35号']);
    assert.deepEqual(document.sections.map(sectionText), ['（2025）岚0102刑初47号判决。']);
  });
  it('are not the numbers of interpretations and documents in a text', () => {
    assert.deepEqual(
      recognise('林某案\n基本案情\n法释〔2025〕5号，国知发〔2024〕12号。').caseNumbers,
      [],
    );
  });
});

/** Characters and how often each one occurs, white space aside. */
function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of texts.join('').replaceAll(/\s+/gu, '')) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

const piece = fc.oneof(
  fc.constantFrom(
    '【基本案情】',
    '基本案情',
    '一、基本案情',
    '（二）诉讼过程',
    '典型意义：',
    '【关键词】',
    '关键词：甲 乙 丙',
    '案号：（2025）岚0102刑初47号',
    '（一）引导取证',
    '1.抽样',
    '（1）编号',
    '①其一',
    '第一部分　背景',
    '《林某案》',
    '案例一',
    '【办案难点】',
    '——副标题',
    '江岚省云汀市人民检察院',
    '关 键 词',
    '何某甲侵犯著作权案',
    '侵犯著作权罪　综合履职　有声读物',
    '承办检察官：许某',
    '**典型意义**',
    '# 相关规定',
    '（2025）岚0102刑初47号',
    '2025年7月8日',
    '标题：',
    '、',
    '；',
    '【',
    '】',
    '：',
  ),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('一二三基本案情典型意义【】《》（）：；、。 　1.0甲ab号*#—'),
    ),
    maxLength: 24,
  }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const line = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));

const labels = /关键词|关键字|主题词|标题|题目|案号|典型案例|案例/gu;
const numbers = /[一二三四五六七八九十百第部分章节篇ⅠⅡ㈠㈡①-⑳]/gu;

/** Asserts that what was written is what was kept, character by character, but for empty parts added at the end. */
function assertKept(lines: readonly string[], recognised: Recognised): void {
  const { title, keywords, document, decoration } = recognised;
  const texts = [title ?? '', ...keywords, ...document.sections.map(sectionText), ...decoration];
  const before = countOf(lines);
  const headings = document.sections.map(({ heading }) => heading);
  for (let own = headings.length; own >= 0; own -= 1) {
    const after = countOf([...texts, ...headings.slice(0, own)]);
    if (after.size === before.size && [...after].every(([key, count]) => before.get(key) === count))
      return;
    const last = document.sections[own - 1];
    if (last === undefined || sectionText(last) !== '') break;
  }
  assert.deepEqual(countOf([...texts, ...headings]), before);
}

/** Asserts that nothing of substance was called decoration. */
function assertOnlyDecoration({ decoration, keywords, caseNumbers, document }: Recognised): void {
  const kept = [...keywords, ...document.sections.map(({ heading }) => heading)];
  for (const text of decoration) {
    const plain = text.replaceAll(/\s+/gu, '');
    if (kept.includes(plain) || caseNumbers.some((number) => plain.includes(number))) continue;
    const rest = plain.replaceAll(numbers, '').replaceAll(labels, '');
    const known = kept.reduce((left, word) => left.replaceAll(word, ''), rest);
    assert.doesNotMatch(known, /\p{L}/u);
  }
}

describe('whatever is written', () => {
  it('stays when a heading begins with the label of the keywords and goes on', () => {
    const lines = ['（此处略）。', '关键词（1）编号', '商业秘密'];
    const blocks = lines.map((text, index) =>
      textLine(text, { rank: index === 1 ? 2 : null, item: null }),
    );
    const recognised = recogniseRecord(blocks, 'typical-case');
    assertKept(lines, recognised);
    assertOnlyDecoration(recognised);
  });

  it('stays when a part is named a second time by another name before it has a text', () => {
    const lines = ['一、诉讼过程', '【检察机关监督情况】', '云汀市人民检察院提前介入。'];
    const recognised = recogniseRecord(
      lines.map((text) => textLine(text)),
      'typical-case',
    );
    assertKept(lines, recognised);
    assertOnlyDecoration(recognised);
  });

  it('is in the title, the keywords, the headings, the text or their decoration, and nothing is added', () => {
    const hint = fc.record({
      bold: fc.boolean(),
      rank: fc.constantFrom(null, null, 0, 1, 2, 3),
      isItem: fc.boolean(),
    });
    const property = fc.property(
      fc.array(fc.tuple(line, hint), { maxLength: 14 }),
      fc.constantFrom(...RecordKind.options),
      (lines, kind) => {
        const blocks = lines.map(([text, { bold, rank, isItem }]) => {
          const block = textLine(text, { rank, item: isItem ? { ordered: bold, depth: 0 } : null });
          if (bold && text !== '') block.children = [{ type: 'text', text, bold: true }];
          return block;
        });
        const recognised = recogniseRecord(blocks, kind);
        readDocument(recognised.document);
        assertKept(
          lines.map(([text]) => text),
          recognised,
        );
        assertOnlyDecoration(recognised);
      },
    );
    fc.assert(property, { numRuns: Number(process.env['JIANZHI_RUNS'] ?? 2000) });
  });
});
