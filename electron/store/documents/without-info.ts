/**
 * A PDF file as Chromium writes it, without what it says of itself: the program, the system, the time. Every value of the dictionary that the
 * trailer names becomes blanks of the same length, so that every place in the file stays where it is. Null where there is no such
 * dictionary in the clear, and with it nobody knows what the file says.
 */
export function withoutInfo(bytes: Uint8Array): Buffer | null {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const number = /\/Info (\d+) 0 R/u.exec(trailer)?.[1];
  if (!trailer.startsWith('trailer') || number === undefined) return null;
  const start = new RegExp(`(?:^|\\n)${number} 0 obj\\s*<<`, 'u').exec(text);
  if (start === null) return null;
  const from = start.index + start[0].length;
  const end = text.indexOf('endobj', from);
  if (end === -1) return null;
  const blanked = text
    .slice(from, end)
    .replaceAll(/\((?:\\[\s\S]|[^\\()])*\)/gu, (value) => `(${' '.repeat(value.length - 2)})`);
  if (/\([^ )]|<[0-9a-f]/iu.test(blanked)) return null;
  file.write(blanked, from, 'latin1');
  return file;
}
