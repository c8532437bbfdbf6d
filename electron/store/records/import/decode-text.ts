import type { TextEncoding } from '../../../../shared/contract/imports.ts';
import { isGb18030 } from './is-gb18030.ts';
import { Skipped } from './source-text.ts';

export type Decoded = { text: string; encoding: TextEncoding };

/** A text whose bytes are hardly ever right by chance: these never are in a text that somebody wrote. */
// eslint-disable-next-line no-control-regex
const impossible = /[\u0000\ufffe\uffff\ue000-\uf8ff]/u;
/** Without a mark, UTF-16 is believed only if nearly all of it is Han, ASCII or the punctuation of both. */
const expected = /[\t\n\r -~　-〿一-鿿㐀-䶿＀-￯‐-‧°×·①-⒛ⅠⅡⅢⅣⅤ]/gu;
const LEAST_EXPECTED = 0.95;

/**
 * The text of a file, in the encoding found out from its bytes: UTF-8 if it is valid UTF-8, else what a byte order mark
 * says, else UTF-16 if its zero bytes all lie on one side, else GB 18030 if it is strictly that and reads like Chinese.
 * All ways to end a line become `\n`; control characters that mean nothing in a text are left out. Skips with
 * `file-not-text` what is none of these.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = decodeBytes(bytes);
  if (decoded === null) throw new Skipped('file-not-text');
  return { ...decoded, text: tidy(decoded.text) };
}

/** The same without leaving anything out but a byte order mark: every place is where it is in the file. Null: no text. */
export function decodeBytes(bytes: Uint8Array): Decoded | null {
  return utf8(bytes) ?? utf16(bytes) ?? gb18030(bytes);
}

function utf8(bytes: Uint8Array): Decoded | null {
  if (bytes.includes(0)) return null;
  const text = decode('utf-8', bytes);
  return text === null ? null : { text, encoding: 'utf-8' };
}

function utf16(bytes: Uint8Array): Decoded | null {
  const marked = markOf(bytes);
  const encoding = marked ?? sideOfZeros(bytes);
  if (encoding === null || bytes.length % 2 !== 0) return null;
  const text = decode(encoding, bytes);
  if (text === null || impossible.test(text)) return null;
  if (marked === null && shareOf(text, expected) < LEAST_EXPECTED) return null;
  return { text, encoding };
}

function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Every line end and every Latin letter has a zero byte: the second in little, the first in big endian. */
function sideOfZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sides = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    sides[at % 2] = (sides[at % 2] ?? 0) + 1;
    if (sides[0] !== 0 && sides[1] !== 0) return null;
  }
  if (sides[1] !== 0) return 'utf-16le';
  return sides[0] === 0 ? null : 'utf-16be';
}

function gb18030(bytes: Uint8Array): Decoded | null {
  if (!isGb18030(bytes)) return null;
  const text = decode('gb18030', bytes);
  return text === null || impossible.test(text) ? null : { text, encoding: 'gb18030' };
}

function decode(encoding: TextEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function shareOf(text: string, pattern: RegExp): number {
  return text === '' ? 0 : (text.match(pattern)?.length ?? 0) / text.length;
}

function tidy(text: string): string {
  return (
    text
      .replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/gu, '')
  );
}
