import type { CareFinding } from './finding.ts';

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(month: number, day: number): boolean {
  return day >= 1 && day <= (daysInMonth[month - 1] ?? 0);
}

/** 2024.3.5, 2024/3/5, 2024-3-5 in a Chinese sentence, not a part of a longer number. */
const pointed =
  /(?<![\d./\-A-Za-z§])((?:19|20)\d{2})([./-])(\d{1,2})\2(\d{1,2})(?![\d./\-A-Za-z])/gu;
/** 2024年03月05日: GB/T 9704-2012 has Arabic numerals without padding. Also days and months that do not exist. */
const written = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?/gu;
/** 二O二四年, with a letter or a nought for 〇. */
const lettered = /[一二三四五六七八九〇OoＯ0○]{4}(?=年)/gu;
/** 24年3月5日: which century? A term of imprisonment has no day. */
const shortYear = /(?<![\d一二三四五六七八九十百零〇])(\d{2})年(\d{1,2})月(\d{1,2})日/gu;

/** Dates that are written otherwise than official papers write them, or that do not exist. */
export function findDates(line: string): CareFinding[] {
  const found: CareFinding[] = [];
  const add = (match: RegExpExecArray, suggestion: string | null) =>
    found.push({
      rule: 'date',
      start: match.index,
      end: match.index + match[0].length,
      suggestion,
    });
  for (const match of line.matchAll(pointed)) {
    const [, year = '', , month, day] = match;
    const isReal = isDay(Number(month), Number(day));
    if (isReal) add(match, `${year}年${String(Number(month))}月${String(Number(day))}日`);
  }
  for (const match of line.matchAll(written)) {
    const [whole, year = '', month = '', day] = match;
    const isReal = day === undefined ? isDay(Number(month), 1) : isDay(Number(month), Number(day));
    const plain = `${year}年${String(Number(month))}月${day === undefined ? '' : `${String(Number(day))}日`}`;
    if (!isReal) add(match, null);
    else if (plain !== whole) add(match, plain);
  }
  for (const match of line.matchAll(lettered)) {
    const plain = match[0].replaceAll(/[OoＯ0○]/gu, '〇');
    if (/^[一二][一二三四五六七八九〇]{3}$/u.test(plain) && plain !== match[0]) add(match, plain);
  }
  for (const match of line.matchAll(shortYear)) {
    if (isDay(Number(match[2]), Number(match[3]))) add(match, null);
  }
  return found;
}

const money =
  '(?:金额|数额|违法所得|罚金|罚款|价值|赔偿(?:款|金|损失)?|货值|货款|退赃|退赔|获利|牟利|价款|收入|损失|保证金)';
/** A word of money, a number in tens of thousands or of four digits and more, and then the sentence goes on or ends. */
const bareAmount = new RegExp(
  `${money}(?:共计|合计|约|为|计|达|人民币|共|近|超过|逾|高达|折合){0,3}(\\d{4,}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?[万亿])(?=[，。；、）]|$)`,
  'gu',
);

/** Amounts without a unit: 违法所得30万，. */
export function findAmounts(line: string): CareFinding[] {
  return [...line.matchAll(bareAmount)].map((match) => {
    const amount = match[1] ?? '';
    const end = match.index + match[0].length;
    return { rule: 'amount', start: end - amount.length, end, suggestion: `${amount}元` };
  });
}
