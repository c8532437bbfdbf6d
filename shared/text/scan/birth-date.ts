import type { Find, Finding } from './finding.ts';
import { isDay } from './id-card.ts';

const spoken =
  '[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])?';
const date = new RegExp(
  '(?<!\\d)(?:(?:19|20)\\d{2} ?年 ?\\d{1,2} ?月(?: ?\\d{1,2} ?[日号])?|(?:19|20)\\d{2}([-./])\\d{1,2}(?:\\1\\d{1,2})?(?!\\d|[-./]\\d)|' +
    `(?:19|20)\\d{6}(?!\\d)|${spoken})`,
  'gu',
);
const bornBefore =
  /(?:出生(?:年月日?|日期|时间|于)?|生日|(?<![产发诞])生于)[\s:为是系在于"'([<|]{0,4}$/u;
/** 生产, 生效 and the like are no birth. */
const bornAfter =
  /^[ "')\]>]{0,2}(?:\((?:农历|阴历|公历)\))?(?:出生|生(?=[人,，。.;；、)\]\s于]|$))/u;

/** Dates next to a word for birth. */
export const findBirthDates: Find = (text) => {
  const found: Finding[] = [];
  if (!text.includes('生')) return found;
  for (const match of text.matchAll(date)) {
    const start = match.index;
    const end = start + match[0].length;
    const isBorn =
      bornBefore.test(text.slice(Math.max(0, start - 12), start)) ||
      bornAfter.test(text.slice(end, end + 10));
    if (isBorn && isPossible(match[0])) found.push({ kind: 'birth-date', start, end });
  }
  return found;
};

function isPossible(date: string): boolean {
  const parts = /^(\d{4})\D*(\d{1,2})(?:\D+(\d{1,2})|(\d{2}))?/u.exec(date);
  if (parts === null) return true;
  const [, year, month, day, joined] = parts;
  return isDay(Number(year), Number(month), Number(day ?? joined ?? 1));
}
