/** Controls, line separators, and marks that turn the direction of writing: `exe.gpj` must not read as `jpg.exe`. */
const INVISIBLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
/** What some system refuses in a name. */
const REFUSED = /[<>:"/\\|?*]/gu;
/** Names that Windows gives to devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/iu;
/** UTF-8 bytes; most file systems end at 255, and a temporary name may add to it. */
const LONGEST_IN_BYTES = 200;

/**
 * The name of a file as it is kept: NFC, one line, without invisible characters and path separators, at most 200 bytes of UTF-8,
 * the extension kept. Empty if nothing is left.
 */
export function cleanFileName(raw: string): string {
  const name = raw
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replaceAll(/[/\\]/gu, '_')
    .trim();
  if (/^[.\s_]*$/u.test(name)) return '';
  return shortened(name);
}

/** The same name as it can be written on every system: no device names, no characters or endings that Windows refuses. */
export function portableFileName(name: string): string {
  const plain = cleanFileName(name)
    .replace(REFUSED, '_')
    .replace(/[. ]+$/u, '');
  if (plain === '') return 'file';
  const [stem = ''] = plain.split('.');
  return shortened(RESERVED.test(stem.trimEnd()) ? `_${plain}` : plain);
}

/** `extension` without the dot, in lower case; empty if there is none that looks like one. */
export function splitFileName(name: string): { stem: string; extension: string } {
  const [, stem = name, extension = ''] = /^(.+)\.([A-Za-z0-9]{1,10})$/u.exec(name) ?? [];
  return { stem, extension: extension.toLowerCase() };
}

/** The name, or the name with the first number that makes it free: `合同 (2).pdf`. Case does not make a difference. */
export function freeFileName(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map(foldFileName));
  if (!used.has(foldFileName(name))) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/u.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 2; ; number += 1) {
    const next = shortened(stem, ` (${String(number)})${ending}`);
    if (!used.has(foldFileName(next))) return next;
  }
}

/** Two names with the same fold are one file on some system. */
export function foldFileName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

function shortened(name: string, suffix = /\.[A-Za-z0-9]{1,10}$/u.exec(name)?.[0] ?? ''): string {
  const stem = name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
  let bytes = suffix.length;
  let kept = '';
  for (const character of stem) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (bytes > LONGEST_IN_BYTES) return kept.trimEnd() + suffix;
    kept += character;
  }
  return kept + suffix;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
