import { looksLikeIdCard } from './id-card.ts';
import { isNumberOfThing } from './labels.ts';

const named =
  /(?:卡号?|[账帐][号户](?:号码?)?|户头|存折|银行|储蓄|尾号|转入|汇入|打入|[转打汇存]到|[转打汇存]至)[^\d,;。]{0,6}$/u;

/**
 * Whether 16–19 digits are a bank card: Luhn's check (ISO/IEC 7812-1), and what stands before does not say otherwise.
 * Without a label it must begin as cards do, and not be a day or an identity card with a wrong check.
 */
export function isBankCard(number: string, label: string): boolean {
  if (number.length < 16 || number.length > 19 || !isLuhn(number)) return false;
  if (new Set(number).size < 3) return false;
  const isIdLike = !number.startsWith('62') && looksLikeIdCard(number);
  if (named.test(label) && (!isIdLike || /银行|[账帐]|储蓄/u.test(label))) return true;
  if (isNumberOfThing(label) || !/^[3-9]/u.test(number)) return false;
  return !isIdLike;
}

function isLuhn(number: string): boolean {
  let sum = 0;
  for (let at = 0; at < number.length; at += 1) {
    const digit = number.charCodeAt(number.length - 1 - at) - 48;
    const weighted = at % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
