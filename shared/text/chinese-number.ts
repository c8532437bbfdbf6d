const digits = '〇一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The value of a whole number below 10,000, written in Arabic digits or Chinese numerals, with or without units:
 * 213, 二百一十三, 二一三, 一千二百六十. `null` for anything else.
 */
export function readNumber(written: string): number | null {
  if (/^\d{1,4}$/.test(written)) return Number(written);
  const plain = written.replaceAll('零', '〇').replaceAll('两', '二');
  if (!/^[〇一二三四五六七八九十百千]{1,9}$/.test(plain)) return null;
  if (!/[十百千]/.test(plain)) {
    return plain.length > 4
      ? null
      : Number(
          Array.from(plain)
            .map((one) => digits.indexOf(one))
            .join(''),
        );
  }
  let value = 0;
  let pending = 0;
  for (const one of plain) {
    const unit = units[one];
    if (unit === undefined) pending = digits.indexOf(one);
    else {
      value += (pending === 0 ? 1 : pending) * unit;
      pending = 0;
    }
  }
  return value + pending;
}

/** A whole number from 1 to 9,999 as it is written in statutes: 二百一十三, 一百零五, 十二. */
export function writeNumber(value: number): string {
  let written = '';
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit > 0) written += `${digits.charAt(digit)}${unit}`;
    else if (written !== '' && !written.endsWith('零')) written += '零';
  }
  return written.replace(/零$/, '').replace(/^一十/, '十');
}
