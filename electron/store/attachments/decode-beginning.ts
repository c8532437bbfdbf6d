// Control characters that no text has; tabs, line and page ends are fine.
// oxlint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/u;
// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u001b\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** Whether bytes are the beginning of a text. No bytes at all are one. */
export function isText(bytes: Uint8Array): boolean {
  return decodeBeginning(bytes) !== null;
}

/**
 * The text that bytes begin with, or null if they are none: UTF-16 with its mark, UTF-8, else GB 18030. A character that the end
 * cuts in two is left out, and so are marks that turn the direction of writing.
 */
export function decodeBeginning(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
      if (!NO_TEXT.test(text)) return text.replace(HIDDEN, '').replace(/\r\n?/gu, '\n');
    } catch {
      // The next one may fit.
    }
  }
  return null;
}

function encodingsOf([first, second]: Uint8Array): string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
