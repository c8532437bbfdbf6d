import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Bag } from './bag.ts';

/**
 * The bag as a zip. Entries are stored, not deflated: compressed bytes differ between versions of zlib (Node's and
 * Chromium's do), and the bag has to be the same bytes everywhere. For the same reason one constant time stands at every
 * entry, as a DOS time, which knows no time zone.
 */
export function zipBag(bag: Bag): Readable {
  const zip = new ZipFile();
  const options = {
    compress: false,
    mode: 0o100644,
    // Not 1980, the first year of DOS times: yazl clamps to that year as it was where the program started.
    mtime: new Date(1990, 0, 1, 12),
    forceDosTimestamp: true,
  };
  for (const file of bag.files) zip.addBuffer(file.bytes, `${bag.folder}/${file.path}`, options);
  zip.end();
  // yazl's types promise only the oldest interface; it is a PassThrough.
  return zip.outputStream as Readable;
}
