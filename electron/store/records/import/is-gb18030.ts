/** Of the characters beyond ASCII, so many must be the common ones: Big5 and Latin texts fit the form by chance. */
const LEAST_COMMON = 0.8;

/**
 * Whether bytes are GB 18030 and read like a Chinese text. The form is checked byte by byte and more strictly than the
 * decoder does, which also takes a lone 0x80: one, two or four bytes a character, none left over; most of them in the
 * rows of GB 2312, where all everyday characters lie.
 */
export function isGb18030(bytes: Uint8Array): boolean {
  let [common, others] = [0, 0];
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      if (first === 0) return false;
      at += 1;
      continue;
    }
    const second = bytes[at + 1] ?? 0;
    if (first === 0x80 || first === 0xff) return false;
    if (second >= 0x30 && second <= 0x39) {
      if (!isBetween(bytes[at + 2], 0x81, 0xfe) || !isBetween(bytes[at + 3], 0x30, 0x39))
        return false;
      others += 1;
      at += 4;
      continue;
    }
    if (!isBetween(second, 0x40, 0xfe) || second === 0x7f) return false;
    if (first >= 0xa1 && first <= 0xf7 && second >= 0xa1) common += 1;
    else others += 1;
    at += 2;
  }
  return common / Math.max(common + others, 1) >= LEAST_COMMON;
}

function isBetween(byte: number | undefined, least: number, most: number): boolean {
  return byte !== undefined && byte >= least && byte <= most;
}
