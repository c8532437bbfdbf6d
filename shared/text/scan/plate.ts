import type { Find, Finding } from './finding.ts';

const plate =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])[a-hj-np-z](?: ?[·.\-•] ?| )?(?:\d{5}[dfabceghjk]|[a-hj-np-z][a-hj-np-z\d]\d{4}|[a-hj-np-z\d]{5}|[a-hj-np-z\d]{4}[挂学警港澳领试超使])(?![\da-z_-])/gu;
/** The province's character is the end of another word: 最新A20245版, 阿里云B12345. */
const word = /(?:[最更全创高翻刷焕崭常日]新|[里为讯度白风乌多祥青星华主动私]云|[年]青|沙漠黑)$/u;
const notACar = /^(?:版|型|节点|地块|系列|款|机型|批)/u;
const named = /(?:车牌|号牌|牌照|车辆|驾驶|车号)[^\n]{0,6}$/u;

/** Number plates of cars (GA 36-2018): five characters after the letter, six for new energy. */
export const findPlates: Find = (text) => {
  const found: Finding[] = [];
  for (const match of text.matchAll(plate)) {
    const start = match.index;
    const end = start + match[0].length;
    if ((match[0].match(/\d/gu)?.length ?? 0) < 2) continue;
    const before = text.slice(Math.max(0, start - 10), start);
    const isNamed = named.test(before);
    if (
      !isNamed &&
      (word.test(before + (match[1] ?? '')) || notACar.test(text.slice(end, end + 3)))
    ) {
      continue;
    }
    found.push({ kind: 'plate', start, end });
  }
  return found;
};
