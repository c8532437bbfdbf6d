/** A number that somebody typed before a heading: its level, and how many UTF-16 code units it takes with the space after it. */
export type TypedNumber = { level: 1 | 2 | 3; length: number };

const numeral = '[一二三四五六七八九十百]{1,5}';
const forms: readonly { level: 1 | 2 | 3; form: RegExp }[] = [
  { level: 1, form: new RegExp(`^(?:（${numeral}）|\\(${numeral}\\))[、 \\u3000]*`) },
  { level: 3, form: /^(?:（\d{1,2}）|\(\d{1,2}\))[、 \u3000]*/ },
  // Not 2.5 or 1.1: a digit behind the stop makes it a quantity or somebody else's numbering.
  { level: 2, form: /^\d{1,2}(?:[．、]|\.(?!\d))[ \u3000]*/ },
];
const LONGEST_TITLE = 40;

/** The number at the start of a line, in the forms of GB/T 9704-2012 for the levels below 一、: （一）, 1. and （1）; half width too. */
export function typedNumber(line: string): TypedNumber | null {
  for (const { level, form } of forms) {
    const match = form.exec(line);
    if (match !== null) return { level, length: match[0].length };
  }
  return null;
}

/** Whether what follows a number reads like a heading: short, and no sentence. */
export function isTitle(text: string): boolean {
  const title = text.trim();
  return title !== '' && title.length <= LONGEST_TITLE && !/[。；;！？!?，]/u.test(title);
}
