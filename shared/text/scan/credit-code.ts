import type { Find, Finding } from './finding.ts';
import { isNumberOfThing, labelBefore } from './labels.ts';

const alphabet = '0123456789abcdefghjklmnpqrtuwxy';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const inOne = /(?<![\da-z])[\da-hj-npqrtuwxy]{2}\d{6}[\da-hj-npqrtuwxy]{10}(?![\da-z])/gu;
/** In groups only after its name. */
const inGroups = /信用代码[号为是: "(]{0,4}([\da-z]{2,10}(?:[ -][\da-z]{1,10}){1,6})(?![\da-z])/gu;

/** Unified social credit codes whose check is right (GB 32100-2015). */
export const findCreditCodes: Find = (text) => {
  const found: Finding[] = [];
  for (const match of text.matchAll(inOne)) {
    const end = match.index + match[0].length;
    if (isCreditCode(match[0]) && isLikely(text, match.index, match[0]))
      found.push({ kind: 'credit-code', start: match.index, end });
  }
  for (const match of text.matchAll(inGroups)) {
    const end = match.index + match[0].length;
    const code = (match[1] ?? '').replaceAll(/[ -]/gu, '');
    if (!isCreditCode(code)) continue;
    found.push({ kind: 'credit-code', start: end - (match[1] ?? '').length, end });
  }
  return found;
};

/** Who registers (GB 32100-2015, table 1) and a province: of digits alone one in thirty has a right check. */
const registered =
  /^(?:1[1-39]|2[19]|3[1-59]|41|49|5[1-39]|61|71|72|79|81|89|9[1-3])(?:10|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/u;

function isLikely(text: string, start: number, code: string): boolean {
  if (/[a-z]/u.test(code)) return true;
  const label = labelBefore(text, start);
  return (
    /信用代码|税号|识别号|执照/u.test(label) || (registered.test(code) && !isNumberOfThing(label))
  );
}

function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) {
    const value = alphabet.indexOf(code[at] ?? '-');
    if (value === -1) return false;
    sum += (weights[at] ?? 0) * value;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}
