const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10x98765432';
/** Nobody alive was born before; and no clock is asked for what lies after, so that a text always has the same findings. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2035;

/** Whether 18 characters are the number of an identity card: check digit and a possible birth date (GB 11643-1999). */
export function isIdCard(number: string): boolean {
  if (!/^[1-9]\d{16}[\dx]$/u.test(number)) return false;
  if (!isBirthDate(number.slice(6, 14))) return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += (weights[at] ?? 0) * (number.charCodeAt(at) - 48);
  return checks[sum % 11] === number[17];
}

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u;

/** Whether 15 digits can be a number as it was given out until 1999. There is no check: only a label makes it one. */
export function isOldIdCard(number: string): boolean {
  return number.length === 15 && provinces.test(number) && isBirthDate(`19${number.slice(6, 12)}`);
}

/** Whether 18 digits look like an identity card that is none: those are not bank cards either. */
export function looksLikeIdCard(number: string): boolean {
  return number.length === 18 && provinces.test(number) && /^.{6}(?:1[789]|20)/u.test(number);
}

/** `YYYYMMDD`: a day that was, or may still be. */
export function isBirthDate(digits: string): boolean {
  return isDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) {
    return false;
  }
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
