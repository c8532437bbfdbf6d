import { readNumber } from './chinese-number.ts';
import { bareLawNames, lawName } from './laws.ts';

/**
 * An identifier in a folded text: where it stands and its normal form, the same for every way of writing it. A number
 * that is cited with more or less before it (文号 after prose, an article with or without its law) has several forms,
 * each with its own start.
 */
export type Identifier = { start: number; end: number; form: string };

/** All identifiers of a folded text, in no particular order. Forms begin with `§`; in ASCII they hold letters and digits only. */
export function findIdentifiers(folded: string): Identifier[] {
  // What most lines lack is looked for first: the patterns proper take many times as long.
  const found = folded.includes('条') ? articles(folded) : [];
  if (folded.includes('号') && mayHaveYear.test(folded)) {
    found.push(...caseNumbers(folded));
    if (yearInBrackets.test(folded)) found.push(...documentNumbers(folded));
  }
  const hasDigits = fiveDigits.test(folded);
  if (hasDigits) found.push(...patents(folded), ...trademarks(folded));
  if (hasDigits || folded.includes('登')) found.push(...copyrightRegistrations(folded));
  return found;
}

/** The court case numbers (案号) of a folded text alone, in their order. */
export function findCourtCaseNumbers(folded: string): Identifier[] {
  return folded.includes('号') && mayHaveYear.test(folded) ? caseNumbers(folded) : [];
}

/** The normal form of a folded text that is one identifier and nothing else, or `null`. */
export function identifierForm(folded: string): string | null {
  const whole = findIdentifiers(folded).filter(
    ({ start, end }) => start === 0 && end === folded.length,
  );
  // The most telling form is the longest: an article of a law before the same article of any law.
  return whole.toSorted((one, other) => other.form.length - one.form.length)[0]?.form ?? null;
}

const fiveDigits = /\d{5}/;
const mayHaveYear = /(?:19|20)\d{2}/;
const yearInBrackets = /\([ \t]?(?:19|20)\d{2}[ \t]?\)/;
const year = '(?:19|20)\\d{2}';
const numeral = '(?:\\d{1,4}|[〇零一二三四五六七八九十百千两]{1,9})';
const blank = '[ \\t]?';

const article = new RegExp(
  `(?:(《[^《》\\n]{2,40}》(?:\\([^()\\n]{1,20}\\))?)|((?:中华人民共和国)?(?:${bareLawNames})))?${blank}` +
    `(第?)${blank}(${numeral})${blank}条(?:之(${numeral}))?(?:第(${numeral})款)?(?:第\\(?(${numeral})\\)?项)?`,
  'g',
);
/** What may stand between two articles of the same law: 第二百一十三条、第二百一十四条. */
const articleChain = /^(?:、|,|和|及|以及|与|或|或者|至|到|-|~)?[ \t]?$/;

/** 法条: 刑法第二百一十三条, 《中华人民共和国刑法》第213条, 第219条之一第二款. */
function articles(folded: string): Identifier[] {
  const found: Identifier[] = [];
  let law = '';
  let previousEnd = -1;
  for (const match of folded.matchAll(article)) {
    const [whole, marked, bare, ordinal = '', number = '', sub, paragraph, item] = match;
    const end = match.index + whole.length;
    const named = marked?.replaceAll(/[《》]/g, '') ?? bare ?? '';
    if (named !== '') law = lawName(named);
    else if (!articleChain.test(folded.slice(Math.max(previousEnd, 0), match.index))) law = '';
    previousEnd = end;
    if (named === '' && ordinal === '') continue;
    const parts = articleParts(number, sub, paragraph, item);
    if (parts === null) continue;
    const own = match.index + (marked ?? bare ?? '').length;
    const bareStart = own + (folded.slice(own).search(/\S/) || 0);
    for (const part of parts) {
      found.push({ start: bareStart, end, form: `§条·${part}` });
      if (law !== '') found.push({ start: match.index, end, form: `§条${law}·${part}` });
    }
  }
  return found;
}

/** `['219之1', '219之1款2']`: a citation of a paragraph is one of its article, too. */
function articleParts(
  number: string,
  sub: string | undefined,
  paragraph: string | undefined,
  item: string | undefined,
): string[] | null {
  const base = readNumber(number);
  if (base === null) return null;
  const parts = [sub === undefined ? `${base}` : `${base}之${readNumber(sub)}`];
  if (paragraph !== undefined) parts.push(`${parts.at(-1)}款${readNumber(paragraph)}`);
  if (item !== undefined) parts.push(`${parts.at(-1)}项${readNumber(item)}`);
  return parts;
}

const han = '(?![年月日第号〇])\\p{Script=Han}';
const caseNumber = new RegExp(
  `(?:\\(${blank}(${year})${blank}\\)|(?<![\\d(])(${year}))${blank}` +
    `(${han}(?:${blank}(?:${han}|\\d|\\(${blank}(?:${han}){1,4}${blank}\\))){1,20}?)${blank}第?${blank}` +
    `(?<!\\d)(\\d{1,6})${blank}号(?:之(${numeral}))?`,
  'gu',
);

/** 案号: （2022）浙0603民再67号, （2014）绍柯知初字第162号, （2005）沪高民三（知）终字第108号, brackets or not. */
function caseNumbers(folded: string): Identifier[] {
  return [...folded.matchAll(caseNumber)].map((match) => {
    const [whole, bracketed, open, middle = '', number = '', sub] = match;
    const court = middle.replaceAll(/[\s()]/g, '').replace(/字$/, '');
    const suffix = sub === undefined ? '' : `之${readNumber(sub)}`;
    return {
      start: match.index,
      end: match.index + whole.length,
      form: `§案${bracketed ?? open}${court}·${Number(number)}${suffix}`,
    };
  });
}

const documentNumber = new RegExp(
  `([\\p{Script=Han}]{2,20})${blank}\\(${blank}(${year})${blank}\\)${blank}第?${blank}(\\d{1,5})${blank}号`,
  'gu',
);
const shortestIssuer = 2;
const longestIssuer = 8;

/**
 * 文号: 汕濠检刑诉（2017）1号, 法释〔2025〕5号. Prose runs into the issuer's short name without a border, so every
 * ending of 2–8 characters is a form; it is kept backwards, which the index compresses best.
 */
function documentNumbers(folded: string): Identifier[] {
  const found: Identifier[] = [];
  for (const match of folded.matchAll(documentNumber)) {
    const [whole, before = '', inYear, number] = match;
    const issuer = before.replace(/字$/, '');
    const longest = Math.min(longestIssuer, issuer.length);
    for (let length = shortestIssuer; length <= longest; length += 1) {
      const ending = Array.from(issuer.slice(issuer.length - length))
        .toReversed()
        .join('');
      found.push({
        start: match.index + issuer.length - length,
        end: match.index + whole.length,
        form: `§文${inYear}·${Number(number)}·${ending}`,
      });
    }
  }
  return found;
}

const application = new RegExp(
  `(?<![\\da-z.])(zl${blank}|cn${blank})?(${year}${blank}[1-389]${blank}\\d{7}|\\d{2}${blank}[1-3]${blank}\\d{5})` +
    `${blank}(\\.?)${blank}([\\dx])(?![\\da-z])`,
  'g',
);
const publication = new RegExp(
  `(?<![\\da-z])cn${blank}(\\d{7,9})${blank}([abcusy]\\d?)(?![\\da-z])`,
  'g',
);

/** Patents: ZL200710304704.x, ZL 2007 1 0304704.X, 200710304704.X; publications: CN108123456B. */
function patents(folded: string): Identifier[] {
  const found: Identifier[] = [];
  for (const match of folded.matchAll(application)) {
    const [whole, prefix, digits = '', dot, check] = match;
    const plain = digits.replaceAll(/\s/g, '');
    // Without its letters a short number is more likely an amount of money.
    if (prefix === undefined && (dot === '' || plain.length < 12)) continue;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      form: `§专${plain}${check}`,
    });
  }
  for (const match of folded.matchAll(publication)) {
    const [whole, digits, letter] = match;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      form: `§专cn${digits}${letter}`,
    });
  }
  return found;
}

const trademark = new RegExp(
  `(?<!字${blank})第${blank}(\\d{5,9})${blank}号|注册(?:证|号|证号)${blank}(?:为|是|:)?${blank}第?${blank}(\\d{5,9})(?!\\d)${blank}号?`,
  'g',
);

/** Trademark registrations: 第4356344号, 注册号4356344. */
function trademarks(folded: string): Identifier[] {
  return [...folded.matchAll(trademark)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    form: `§标${match[1] ?? match[2]}`,
  }));
}

const work = new RegExp(
  `([\\p{Script=Han}])作登字?${blank}-?${blank}第?${blank}([\\da-z]{1,8}(?:${blank}-${blank}[\\da-z]{1,10}){1,4})${blank}号?`,
  'gu',
);
const software = new RegExp(
  `软著登字${blank}第?${blank}(\\d{5,8})${blank}号|(?<![\\da-z])((?:19|20)\\d{2}sr\\d{6,7})(?!\\d)`,
  'g',
);

/** Copyright registrations: 浙作登字11-2013-F-14787, 软著登字第1234567号, 2013SR012345. */
function copyrightRegistrations(folded: string): Identifier[] {
  const works = [...folded.matchAll(work)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    form: `§著${match[1]}·${(match[2] ?? '').replaceAll(/\s/g, '').replaceAll('-', '·')}`,
  }));
  const programs = [...folded.matchAll(software)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    form: `§著${match[1] ?? match[2]}`,
  }));
  return [...works, ...programs];
}
