import type { CareFinding } from './finding.ts';

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文柯庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柴阮桂闵解强';
const name = new RegExp(
  `(?<![\\u3400-\\u9fff]某)([${surnames}])某([某甲乙丙丁戊己庚辛壬癸]|\\d{1,2}(?![\\d.,年月日时分万元余多名人个次件页份%]))?`,
  'gu',
);
/** 某 as an adjective: 何某种, 于某日. */
const adjective = /^(?:[种些个日月年天时地处项类次起人公单市县区省村镇街国院])/u;

/**
 * One surname both plain and told apart (林某 beside 林某甲, 周某 beside 周某某): a reader cannot know whether they are
 * the same person. The form that is met less often is the one pointed at. Takes all lines of a document, since the forms are
 * usually far apart; answers by line.
 */
export function findPseudonyms(lines: readonly string[]): CareFinding[][] {
  const forms = new Map<string, { plain: Place[]; apart: Place[] }>();
  for (const [line, text] of lines.entries()) {
    for (const match of text.matchAll(name)) {
      const [whole, surname = '', mark] = match;
      const end = match.index + whole.length;
      if (mark === undefined && adjective.test(text.slice(end))) continue;
      const known = forms.get(surname) ?? { plain: [], apart: [] };
      known[mark === undefined ? 'plain' : 'apart'].push({ line, start: match.index, end });
      forms.set(surname, known);
    }
  }
  const found: CareFinding[][] = lines.map(() => []);
  for (const { plain, apart } of forms.values()) {
    if (plain.length === 0 || apart.length === 0) continue;
    for (const { line, start, end } of plain.length <= apart.length ? plain : apart) {
      found[line]?.push({ rule: 'pseudonym', start, end, suggestion: null });
    }
  }
  return found;
}

type Place = { line: number; start: number; end: number };
