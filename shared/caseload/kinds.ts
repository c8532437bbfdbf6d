import { entry } from '../templates/code-lists/code-entry.ts';

/**
 * What is counted, as a beginning: which figures offices are asked for is not public, so a workspace may add kinds of its own
 * (`own:` and the name). Cases by function; `comprehensive` are among those of the functions, and proposals are no cases, so both
 * are counted beside them and never added up.
 */
export const caseloadKinds = [
  entry('criminal-arrest', '审查逮捕', 'Arrest review'),
  entry('criminal-prosecution', '审查起诉', 'Prosecution review'),
  entry('civil', '民事检察监督', 'Civil supervision'),
  entry('administrative', '行政检察监督', 'Administrative supervision'),
  entry('public-interest', '公益诉讼检察', 'Public-interest litigation'),
  entry('comprehensive', '综合履职（一案四查）', 'Comprehensive (checked for all four)'),
  entry('proposals', '检察建议', 'Procuratorial proposals'),
] as const;

/** The kinds that make up the total of an office. */
export const summedKinds: readonly string[] = [
  'criminal-arrest',
  'criminal-prosecution',
  'civil',
  'administrative',
  'public-interest',
];
/** The four functions and the kinds that show one at work. */
export const functionsAtWork: readonly (readonly string[])[] = [
  ['criminal-arrest', 'criminal-prosecution'],
  ['civil'],
  ['administrative'],
  ['public-interest'],
];

const OWN = 'own:';
export const MOST_FIGURE = 9_999_999;

export function isCaseloadKind(code: string): boolean {
  if (code.startsWith(OWN)) {
    const name = code.slice(OWN.length);
    return name.length > 0 && name.length <= 40 && name === name.trim() && !/[\r\n",]/u.test(name);
  }
  return caseloadKinds.some((kind) => kind.code === code);
}

/** The code of a kind by its name in either language, its code, or, for any other name, one of the workspace's own. */
export function caseloadKindNamed(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const bare = (text: string) => text.replace(/[(（].*$/u, '').toLowerCase();
  const known = caseloadKinds.find(
    ({ code, name: names }) =>
      code === plain || bare(names['zh-CN']) === bare(plain) || bare(names.en) === bare(plain),
  );
  return known?.code ?? (plain.startsWith(OWN) ? plain : `${OWN}${plain}`);
}

export function caseloadKindName(code: string, language: 'zh-CN' | 'en'): string {
  if (code.startsWith(OWN)) return code.slice(OWN.length);
  return caseloadKinds.find((kind) => kind.code === code)?.name[language] ?? code;
}

/** The order in which kinds stand: those of the list first, then the workspace's own by name. */
export function compareKinds(one: string, other: string): number {
  const rank = (code: string) => {
    const at = caseloadKinds.findIndex((kind) => kind.code === code);
    return at === -1 ? caseloadKinds.length : at;
  };
  return rank(one) - rank(other) || (one < other ? -1 : Number(one > other));
}
