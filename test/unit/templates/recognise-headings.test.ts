import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sectionText } from '../../../shared/document/tree.ts';
import type { RecordKind } from '../../../shared/contract/records.ts';
import { recogniseRecord } from '../../../shared/templates/recognise/recognise-record.ts';
import { textLine } from '../../../shared/templates/recognise/rough-block.ts';
import { templates } from '../../../shared/templates/index.ts';

const title = '林某销售假冒注册商标的商品案';

/** `[id, heading, text]` of the parts that have text, after a title. */
function partsOf(
  lines: readonly string[],
  kind: RecordKind = 'precedent',
): [string, string, string][] {
  const { document } = recogniseRecord(
    [title, ...lines].map((line) => textLine(line)),
    kind,
  );
  return document.sections
    .filter((section) => sectionText(section) !== '' || kind === 'precedent')
    .map((section) => [section.id, section.heading, sectionText(section)]);
}

describe('a heading alone on its line', () => {
  const forms: [line: string, heading: string][] = [
    ['基本案情', '基本案情'],
    ['【基本案情】', '基本案情'],
    ['〔基本案情〕', '基本案情'],
    ['［基本案情］', '基本案情'],
    ['[基本案情]', '基本案情'],
    ['《基本案情》', '基本案情'],
    ['“基本案情”', '基本案情'],
    ['（基本案情）', '基本案情'],
    ['【 基本案情 】', '基本案情'],
    ['【基本案情】：', '基本案情'],
    ['【基本案情：】', '基本案情'],
    ['【一、基本案情】', '基本案情'],
    ['基 本 案 情', '基本案情'],
    ['基　本　案　情：', '基本案情'],
    ['基本案情:', '基本案情'],
    ['基本案情。', '基本案情'],
    ['一、基本案情', '基本案情'],
    ['一．基本案情', '基本案情'],
    ['一 基本案情', '基本案情'],
    ['二、【基本案情】', '基本案情'],
    ['（一）基本案情', '基本案情'],
    ['(一) 基本案情', '基本案情'],
    ['㈠基本案情', '基本案情'],
    ['1.基本案情', '基本案情'],
    ['１．基本案情', '基本案情'],
    ['1、基本案情', '基本案情'],
    ['（1）基本案情', '基本案情'],
    ['①基本案情', '基本案情'],
    ['Ⅰ、基本案情', '基本案情'],
    ['第一部分　基本案情', '基本案情'],
    ['第1部分 基本案情', '基本案情'],
    ['## 基本案情', '基本案情'],
    ['**基本案情**', '基本案情'],
    ['■ 基本案情', '基本案情'],
    ['——基本案情——', '基本案情'],
    ['基本案情如下：', '基本案情如下'],
    ['案件基本情况', '案件基本情况'],
    ['简要案情', '简要案情'],
    ['一、基本案情及诉讼过程', '基本案情及诉讼过程'],
  ];
  for (const [line, heading] of forms) {
    it(`is recognised as ${line}`, () => {
      assert.deepEqual(partsOf([line, '林某以次充好。']), [['facts', heading, '林某以次充好。']]);
    });
  }
});

describe('a heading with its text on the same line', () => {
  const text = '2023年3月，林某租下仓库一间。';
  const forms = [
    `【基本案情】${text}`,
    `【基本案情】　${text}`,
    `【基本案情】：${text}`,
    `一、【基本案情】${text}`,
    `基本案情：${text}`,
    `基 本 案 情：${text}`,
    `一、基本案情：${text}`,
    `（一）基本案情　${text}`,
    `基本案情　　${text}`,
    `基本案情。${text}`,
    `基本案情——${text}`,
  ];
  for (const line of forms) {
    it(`is recognised in ${line}`, () => {
      assert.deepEqual(partsOf([line]), [['facts', '基本案情', text]]);
    });
  }

  it('is recognised where bold ends', () => {
    const line = textLine('');
    line.children = [
      { type: 'text', text: '基本案情', bold: true },
      { type: 'text', text },
    ];
    const { document } = recogniseRecord([textLine(title), line], 'precedent');
    assert.deepEqual(
      document.sections.map(({ id }) => id),
      ['facts'],
    );
  });
});

describe('the names of parts', () => {
  const performance = [
    '检察机关履职过程',
    '检察机关履职情况',
    '检察履职情况',
    '诉讼过程',
    '检察机关监督情况',
    '指控与证明犯罪',
    '案件结果',
    '检察听证过程',
    '调查核实和督促履职',
  ];
  it('of the handling are all known', () => {
    for (const kind of ['typical-case', 'guiding-case-nomination', 'precedent'] as const) {
      for (const name of performance) {
        assert.deepEqual(partsOf([`【${name}】`, '内容'], kind), [['performance', name, '内容']]);
      }
    }
  });
  it('of the rules are all known', () => {
    for (const name of ['相关规定', '相关法律规定', '相关立法']) {
      assert.deepEqual(partsOf([name, '内容']), [['provisions', name, '内容']]);
    }
  });
  it('of every template are recognised in every kind, and none means two parts', () => {
    for (const [kind, template] of Object.entries(templates)) {
      const seen = new Set<string>();
      for (const { id, heading, synonyms } of template.sections) {
        for (const name of [heading, ...synonyms]) {
          assert.ok(!seen.has(name), `${kind}: ${name}`);
          seen.add(name);
          assert.deepEqual(partsOf([`【${name}】`, '内容'], kind as RecordKind), [
            [id, name, '内容'],
          ]);
        }
      }
    }
  });
});

describe('text that is no heading', () => {
  const prose = [
    '典型意义在于把产地与品质的对应关系查清。',
    '本案的基本案情已经庭审查明',
    '综合全案，基本案情：事实清楚，证据确实充分。',
    '《折枝》系列作品由何某甲创作。',
    '〔2024〕12号文件要求统一尺度。',
    '[1] 参见江岚检察研究2023年第4期。',
    '一是抓线索；二是抓专业。',
    '2023.5是第一批茶样送检的时间',
    '基本案情……………3',
    '一、基本案情\t3',
    '【办案检察院】江岚省云汀市人民检察院',
    '承办检察官：许某',
    '案例撰写人：许某、陈某某',
  ];
  for (const line of prose) {
    it(`stays text: ${line}`, () => {
      assert.deepEqual(partsOf(['【要旨】', '前文', line, '后文']), [
        ['gist', '要旨', `前文\n${line}\n后文`],
      ]);
    });
  }
});

describe('headings within a part', () => {
  it('stay there when they are numbered below it, also if they are named like a part', () => {
    const lines = [
      '【检察机关履职过程】',
      '（一）引导取证',
      '甲。',
      '（二）指控与证明犯罪',
      '乙。',
      '（三）处理结果',
      '丙。',
      '【典型意义】',
      '丁。',
    ];
    assert.deepEqual(partsOf(lines), [
      [
        'performance',
        '检察机关履职过程',
        '（一）引导取证\n甲。\n（二）指控与证明犯罪\n乙。\n（三）处理结果\n丙。',
      ],
      ['significance', '典型意义', '丁。'],
    ]);
  });
  it('stay there when the part has a bracket and they are numbered 一、', () => {
    const lines = [
      '【检察机关履职过程】',
      '一、提前介入',
      '甲。',
      '二、诉讼过程',
      '乙。',
      '【典型意义】',
      '丙。',
    ];
    assert.deepEqual(
      partsOf(lines).map(([id]) => id),
      ['performance', 'significance'],
    );
  });
  it('become headings of the document with the level of their number', () => {
    const lines = [
      '一、检察机关履职过程',
      '（一）引导取证',
      '甲。',
      '1.鉴定',
      '乙。',
      '（1）抽样',
      '丙。',
    ];
    const { document } = recogniseRecord(
      [title, ...lines].map((line) => textLine(line)),
      'precedent',
    );
    const levels = document.sections[0]?.blocks.map((block) =>
      block.type === 'heading' ? block.level : 0,
    );
    assert.deepEqual(levels, [1, 0, 2, 0, 3, 0]);
  });
  it('are parts when nothing stands above them', () => {
    const lines = [
      '（一）基本案情',
      '甲。',
      '（二）检察履职情况',
      '乙。',
      '（三）办案难点',
      '丙。',
      '（四）典型意义',
      '丁。',
    ];
    assert.deepEqual(partsOf(lines), [
      ['facts', '基本案情', '甲。'],
      ['performance', '检察履职情况', '乙。'],
      ['other-1', '办案难点', '丙。'],
      ['significance', '典型意义', '丁。'],
    ]);
  });
});

describe('headings that the template does not know', () => {
  it('keep their place and their words', () => {
    const lines = [
      '题记一行',
      '一、基本案情',
      '甲。',
      '二、办案难点',
      '乙。',
      '三、典型意义',
      '丙。',
    ];
    assert.deepEqual(partsOf(lines), [
      ['body', '', '题记一行'],
      ['facts', '基本案情', '甲。'],
      ['other-1', '办案难点', '乙。'],
      ['significance', '典型意义', '丙。'],
    ]);
  });
  it('come in brackets, too', () => {
    assert.deepEqual(partsOf(['【基本案情】甲。', '【办案难点】乙。', '【办案心得】', '丙。']), [
      ['facts', '基本案情', '甲。'],
      ['other-1', '办案难点', '乙。'],
      ['other-2', '办案心得', '丙。'],
    ]);
  });
  it('include a second heading for the same part', () => {
    assert.deepEqual(partsOf(['【诉讼过程】', '甲。', '【检察机关监督情况】', '乙。']), [
      ['performance', '诉讼过程', '甲。'],
      ['other-1', '检察机关监督情况', '乙。'],
    ]);
  });
  it('never become more sections than a document may have', () => {
    const lines = Array.from({ length: 400 }, (_, index) => [
      `【其他事项${index}】`,
      '内容',
    ]).flat();
    const { document } = recogniseRecord(
      [title, ...lines].map((line) => textLine(line)),
      'typical-case',
    );
    assert.ok(document.sections.length <= 200);
    assert.match(document.sections.map(sectionText).join('\n'), /其他事项399/);
  });
});

describe('a table of contents before the text', () => {
  it('does not take the place of the parts', () => {
    const lines = ['目录', '基本案情', '典型意义', '基本案情', '甲。', '典型意义', '乙。'];
    assert.deepEqual(partsOf(lines), [
      ['body', '', '目录'],
      ['facts', '基本案情', '甲。'],
      ['significance', '典型意义', '乙。'],
    ]);
  });
});

describe('the parts that a text lacks', () => {
  it('are added empty to kinds that are edited, not to precedents', () => {
    const ids = (kind: RecordKind) =>
      recogniseRecord(
        [title, '典型意义', '甲。'].map((line) => textLine(line)),
        kind,
      ).document.sections.map(({ id }) => id);
    assert.deepEqual(ids('typical-case'), [
      'significance',
      'gist',
      'facts',
      'performance',
      'provisions',
    ]);
    assert.deepEqual(ids('precedent'), ['significance']);
  });
});
