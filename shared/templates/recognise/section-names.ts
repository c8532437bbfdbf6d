import type { Template } from '../template.ts';
import { foldName, type Lookup } from './read-label.ts';

/** What a label at the start of a line can mean. */
export type Meaning =
  | { type: 'section'; id: string }
  | { type: 'title' }
  | { type: 'keywords' }
  | { type: 'case-numbers' };

const titleNames = ['标题', '题目', '案例名称', '案例标题', '案件名称', '案名', '材料名称', '名称'];
const keywordNames = ['关键词', '关键字', '主题词', '检索词', 'keywords', 'Keywords'];
const caseNumberNames = [
  '案号',
  '案件号',
  '案件编号',
  '案件文号',
  '文书号',
  '文书文号',
  '法律文书号',
  '裁判文书号',
  '判决书文号',
  '判决书号',
  '生效裁判案号',
  '相关案号',
];

/** One import asks for the names of one kind thousands of times. */
const known = new WeakMap<Template, Lookup<Meaning>>();

/** Everything a template's texts may be labelled with. The words for the title and the numbers belong to all kinds. */
export function namesOf(template: Template): Lookup<Meaning> {
  const names = known.get(template) ?? readNames(template);
  known.set(template, names);
  return names;
}

function readNames(template: Template): Lookup<Meaning> {
  const names = new Map<string, Meaning>();
  const add = (words: readonly string[], meaning: Meaning) => {
    for (const word of words) names.set(foldName(word), meaning);
  };
  add(titleNames, { type: 'title' });
  add(keywordNames, { type: 'keywords' });
  add(caseNumberNames, { type: 'case-numbers' });
  for (const { id, heading, synonyms } of template.sections) {
    add([heading, ...synonyms], { type: 'section', id });
  }
  return (name) => names.get(name) ?? names.get(name.replace(/如下$/u, ''));
}

/** The same, also for `基本案情及诉讼过程`: the part is what its first name says. For headings that are marked as such. */
export function compoundNamesOf(template: Template): Lookup<Meaning> {
  const lookup = namesOf(template);
  return (name) => {
    const whole = lookup(name);
    if (whole !== undefined) return whole;
    const first = /^(.{2,12}?)(?:以及|及其|及|和|与|、|（|\()[^。，；：]{1,14}$/u.exec(name)?.[1];
    const meaning = first === undefined ? undefined : lookup(first);
    // The label of keywords or numbers is left out of the text, and with it would go the rest of a compound.
    return meaning?.type === 'section' ? meaning : undefined;
  };
}
