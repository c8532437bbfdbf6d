import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkLines } from '../../../../shared/text/care/check-lines.ts';
import type { CareRule } from '../../../../shared/text/care/finding.ts';

/** Each as the rule, the words pointed at, and what is suggested. */
const said = (line: string): [CareRule, string, string | null][] =>
  (checkLines([line])[0] ?? []).map(({ rule, start, end, suggestion }) => [
    rule,
    line.slice(start, end),
    suggestion,
  ]);

const wrong: [string, CareRule, string, string | null][] = [
  ['检查机关依法提起公诉', 'confusable', '检查', '检察'],
  ['云汀市人民检查院认为', 'confusable', '检查', '检察'],
  ['制发检查建议书三份', 'confusable', '检查', '检察'],
  ['由副检查长列席审委会', 'confusable', '检查长', '检察长'],
  ['告知知识产权权力人诉讼义务', 'confusable', '权力', '权利'],
  ['对照权力要求书逐项比对', 'confusable', '权力', '权利'],
  ['保障其诉讼权力', 'confusable', '权力', '权利'],
  ['规范行政权利运行', 'confusable', '权利', '权力'],
  ['国务院制订条例', 'confusable', '制订', '制定'],
  ['查明其银行帐户流水', 'confusable', '帐', '账'],
  ['通过转帐方式收款', 'confusable', '帐', '账'],
  ['公安机关侦察终结移送', 'confusable', '侦察', '侦查'],
  ['退回补充侦察一次', 'confusable', '侦察', '侦查'],
  ['依法取保侯审', 'confusable', '取保侯审', '取保候审'],
  ['林某供诉，其从他人处购入标识', 'confusable', '供诉', '供述'],
  ['辨护人提出异议', 'confusable', '辨护', '辩护'],
  ['判处有期徒刑三年，并处罚款五万元', 'confusable', '罚款', '罚金'],
  ['截止2024年12月，共受理十二件', 'confusable', '截止', '截至'],
  ['截止目前尚未归还', 'confusable', '截止', '截至'],
  ['组织行业协会参于调解', 'confusable', '参于', '参与'],
  ['将其做为突破口', 'confusable', '做为', '作为'],
  ['侵犯注册商标专有权', 'confusable', '注册商标专有权', '注册商标专用权'],
  ['被告人林某,周某某等人', 'half-width', ',', '，'],
  ['经审查:该标识与注册商标相同', 'half-width', ':', '：'],
  ['依法提起公诉.', 'half-width', '.', '。'],
  ['情节严重。。检察机关认为', 'repeated-mark', '。。', null],
  ['共有三人、，均已到案', 'repeated-mark', '、，', null],
  ['根据《中华人民共和国刑法第二百一十三条', 'unpaired', '《', null],
  ['所谓“同城双报机制由两家会签', 'unpaired', '“', null],
  ['该公司（以下简称蓝杉公司承认', 'unpaired', '（', null],
  ['情节特别严重）的认定', 'unpaired', '）', null],
  ['2024.3.5，林某到案', 'date', '2024.3.5', '2024年3月5日'],
  ['2024年03月05日立案', 'date', '2024年03月05日', '2024年3月5日'],
  ['2023年2月30日立案', 'date', '2023年2月30日', null],
  ['2024年13月移送', 'date', '2024年13月', null],
  ['二O二四年三月', 'date', '二O二四', '二〇二四'],
  ['24年3月5日抓获', 'date', '24年3月5日', null],
  ['违法所得30万，已全部退缴', 'amount', '30万', '30万元'],
  ['销售金额共计125000。', 'amount', '125000', '125000元'],
];

/** Sentences that look like those above and are right. */
const right = [
  '检查长度为三厘米的标识是否完整，检查人员逐一清点。',
  '市场监督管理局开展执法检查，检查院落三处，安全检查官方通报属实。',
  '为当事人提供诉讼服务，提供诉求反映渠道。',
  '权力机关依法行使权力，权力运行受到监督，公权力不得滥用。',
  '权力人民赋予，权力清单公开；权利人提交权利要求书。',
  '民事权利、诉讼权利与合法权利受法律保护。',
  '蚊帐、帐篷和营帐均为涉案商品，账户和账目已经核实。',
  '军事侦察设备的技术参数属于商业秘密。',
  '该办法由两家单位制订，条例由国务院制定。',
  '公布署名作者，发布署期为六月；部署专项行动。',
  '行政机关作出罚款五万元的处罚决定，法院判处罚金五万元。',
  '报名截止日期为2024年5月1日，截至目前已有三十人报名。',
  '把他叫做为难自己的人。立即然后返回。',
  '人参于秋季采收，岑岭茶于春季采摘。',
  '按照分工，追赃挽损由第四检察部负责，脏乱差问题另行通报。',
  '案号为(2022)浙0603民再67号，见（2025）岚0102刑初47号。',
  '比例为1:3，时间为12:30，版本号为2.0.1，型号为MC-3.5,额定电压380V。',
  '第1,234号决定, see Article 12(3) of the TRIPS Agreement.',
  '一. 基本案情',
  '2.检察机关履职过程',
  '1）收集证据；',
  '（一）审查逮捕及引导取证',
  '他说：“‘岑岭’是地理标志，《云汀夜话》是作品。”',
  'it’s the applicant’s mark 的译文已附卷。',
  '怎么办？！他问……没有回答——一个也没有。',
  '2024年3月5日立案，2024年12月移送，二〇二四年三月宣判，有期徒刑十年三个月。',
  '有效期至2024-12-31T00:00，编号2024.3.5.7，IP为192.168.1.10。',
  '违法所得30万元，销售金额50余万元，货值1.2亿元，损失3项。',
  '罚金人民币二万元，价值5万余元，损失率为12345，收入增长20%。',
  '林某、周某某、何某甲、何某乙分别到案。',
  '于某日，某公司何某种产品被查，周某年满十八周岁。',
  '第四检察部与检察技术部门共同出具意见。',
  '2020年至2024年，全省检察机关共受理审查起诉侵犯知识产权犯罪案件1234件。',
];

describe('language care', () => {
  for (const [line, rule, words, suggestion] of wrong) {
    it(`points at ${words} in ${line}`, () => {
      assert.deepEqual(said(line), [[rule, words, suggestion]]);
    });
  }

  it('says nothing about clean sentences', () => {
    for (const line of right) assert.deepEqual(said(line), [], line);
  });

  it('says nothing about the sample library', () => {
    const folder = new URL('../../../../resources/sample-library/', import.meta.url);
    let lines = 0;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\/.*\.(?:md|txt)$/.test(name)) continue;
      const text = readFileSync(new URL(name, folder), 'utf8').split('\n');
      lines += text.length;
      const found = checkLines(text).flatMap((findings, place) =>
        findings.map(
          ({ rule, start, end }) => `${name}: ${rule}: ${text[place]?.slice(start, end) ?? ''}`,
        ),
      );
      assert.deepEqual(found, []);
    }
    assert.ok(lines > 100);
  });

  it('finds both ends of half-width brackets and straight quotation marks', () => {
    assert.deepEqual(said('该公司(以下简称"蓝杉公司")承认'), [
      ['half-width', '(', '（'],
      ['half-width', '"', '“'],
      ['half-width', '"', '”'],
      ['half-width', ')', '）'],
    ]);
  });

  it('lets a quotation of several paragraphs open each and close the last', () => {
    assert.deepEqual(checkLines(['“第一段。', '“第二段。”']), [[], []]);
    assert.equal(checkLines(['“第一段。', '第二段。'])[0]?.length, 1);
  });

  it('points at the rarer of two forms of a pseudonym with one surname', () => {
    const lines = ['林某甲与林某乙合谋。', '林某甲到案，林某供述。', '周某某在逃。'];
    assert.deepEqual(
      checkLines(lines).map((findings) => findings.map(({ rule, start }) => [rule, start])),
      [[], [['pseudonym', 6]], []],
    );
  });

  it('leaves out the rules that are turned off', () => {
    assert.deepEqual(
      checkLines(['检查机关,认为'], ['confusable'])[0]?.map(({ rule }) => rule),
      ['half-width'],
    );
  });

  it('takes time in proportion to the text, whatever it is', () => {
    const nasty = ['(', '"', '“', '《', '，', '检', '1', '林某', '（法"', '价值', '判处有期徒刑'];
    const time = (size: number) => {
      const start = performance.now();
      for (const one of nasty) checkLines([one.repeat(size / one.length)]);
      return performance.now() - start;
    };
    time(2_000);
    const [short, long] = [Math.max(time(10_000), 1), time(80_000)];
    assert.ok(long < short * 8 * 6, `${short} ms, then ${long} ms for eight times the text`);
  });
});
