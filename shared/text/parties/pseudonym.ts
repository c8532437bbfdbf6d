import { doubleSurnames } from './surnames.ts';

/** How equal pseudonyms are told apart: 何某甲, as cases are written, or 何某1, as the courts publish. */
export const pseudonymStyles = ['stems', 'numerals'] as const;
export type PseudonymStyle = (typeof pseudonymStyles)[number];

/** A pseudonym in use for another name of the matter. `isChosen`: a person wrote it, so it stays as it is. */
export type TakenPseudonym = { pseudonym: string; isChosen: boolean };
export type Suggestion = {
  pseudonym: string;
  /** An earlier 何某 becomes 何某甲, now that there are two. */
  rename: { from: string; to: string } | null;
};

const stems = Array.from('甲乙丙丁戊己庚辛壬癸');
const organisation =
  /(公司|合作社|事务所|研究院|研究所|工作室|经营部|经销部|门市部|服务部|商行|茶行|超市|商店|药店|饭店|中心|学校|医院|协会|商会|集团|厂|店|社|场|馆|部|站|行)$/u;
const legalForm = /(?:(?:集团)?(?:股份)?有限(?:责任)?公司|集团公司|公司)$/u;
const region = /^(?:[\p{Script=Han}]{2,7}?(?:自治区|自治州|省|市|区|县|州))+/u;
/** Notes that tell two of the same name apart: 王伟（小）. */
const note = /[（(][^）)]*[）)]$/u;

/** Whether a name is an organisation's, by its ending. */
export function isOrganisation(name: string): boolean {
  const plain = name.trim().replace(note, '');
  return plain.length >= 4 && organisation.test(plain);
}

/** Whether a name is a pseudonym already: 林某, 周某某, 何某甲, 某公司, 李××. */
export function isPseudonym(name: string): boolean {
  return /某|^\p{Script=Han}{1,2}[×✕*x]{1,3}$/iu.test(name);
}

/**
 * A name as the courts publish it (最高人民法院 2016, on publishing judgments, art. 9): the surname and 某; of minority and of
 * transliterated foreign names the first character and 某; of names in Latin letters the first letter. Organisations: the
 * first character of the trade name, 某 and what they are.
 */
export function basePseudonym(name: string): string {
  const plain = name.trim().replace(note, '').replaceAll(/\s+/gu, ' ');
  if (isPseudonym(plain)) return plain;
  if (isOrganisation(plain)) return organisationPseudonym(plain);
  if (/^[a-z]/iu.test(plain)) return plain.charAt(0).toUpperCase();
  return `${surnameOf(plain)}某`;
}

/** The surname of a Chinese name; of others the first character. */
export function surnameOf(name: string): string {
  const two = name.slice(0, 2);
  if (name.length > 2 && doubleSurnames.has(two)) return two;
  return Array.from(name)[0] ?? '';
}

function organisationPseudonym(name: string): string {
  const kind = legalForm.test(name) ? '公司' : (organisation.exec(name)?.[1] ?? '');
  const trade = name.replace(legalForm, '').replace(/[（(][^）)]*[）)]/gu, '');
  const local = trade.replace(region, '');
  return `${Array.from(local === '' ? trade : local)[0] ?? ''}某${kind}`;
}

/** The pseudonym number `index` of those that would be equal. */
function marked(base: string, index: number, style: PseudonymStyle): string {
  if (style === 'numerals') return `${base}${index + 1}`;
  const stem =
    stems[index] ?? `${stems[index % stems.length] ?? ''}${Math.floor(index / stems.length) + 1}`;
  const at = base.indexOf('某');
  // 蓝某甲公司, but 何某甲 and J甲.
  return at === -1 ? `${base}${stem}` : `${base.slice(0, at + 1)}${stem}${base.slice(at + 1)}`;
}

/**
 * A pseudonym for a name that no other name of the matter has. Of two that would be equal the first is marked too, unless a
 * person chose it. A minor's never holds a character of the given name.
 */
export function suggestPseudonym(
  name: string,
  taken: readonly TakenPseudonym[],
  { style, isMinor }: { style: PseudonymStyle; isMinor: boolean },
): Suggestion {
  const base = basePseudonym(name);
  const used = new Set(taken.map(({ pseudonym }) => pseudonym));
  const isFree = (one: string) => !used.has(one) && !(isMinor && revealsName(name, one));
  const first = taken.find(({ pseudonym }) => pseudonym === base);
  const isMet =
    first !== undefined ||
    used.has(marked(base, 0, 'stems')) ||
    used.has(marked(base, 0, 'numerals'));
  if (!isMet && isFree(base)) return { pseudonym: base, rename: null };
  const free: string[] = [];
  for (let index = 0; free.length < 2; index += 1) {
    const one = marked(base, index, style);
    if (isFree(one)) free.push(one);
  }
  const [one = base, other = base] = free;
  if (first === undefined || first.isChosen) return { pseudonym: one, rename: null };
  return { pseudonym: other, rename: { from: base, to: one } };
}

/** Whether a pseudonym holds a character of the given name: never allowed for a minor. */
export function revealsName(name: string, pseudonym: string): boolean {
  const plain = name.trim().replace(note, '');
  if (isPseudonym(plain) || isOrganisation(plain)) return false;
  const surname = surnameOf(plain);
  const given = Array.from(plain.slice(surname.length)).filter((one) =>
    /[\p{Letter}\d]/u.test(one),
  );
  const rest = pseudonym.startsWith(surname) ? pseudonym.slice(surname.length) : pseudonym;
  return given.some((one) => rest.toLowerCase().includes(one.toLowerCase()));
}
