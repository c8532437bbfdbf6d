import { Skipped } from './source-text.ts';

/**
 * The text of a file in UTF-8, with or without a byte order mark. All ways to end a line become `\n`; control
 * characters that mean nothing in a text are left out. Skips with `file-not-text` what is not valid UTF-8 (GB 18030
 * and UTF-16 too) or has zero bytes.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Skipped('file-not-text');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Skipped('file-not-text', error);
  }
  return (
    text
      .replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/gu, '')
  );
}
