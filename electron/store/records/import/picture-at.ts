import type { Picture, Pictures } from './pictures.ts';
import type { NotKept } from './source-text.ts';

type Reading = { pictures: Pictures; notKept: Map<NotKept, number>; remote: string[] };

const written = /^data:image\/([a-z0-9.+-]{1,40});base64,([A-Za-z0-9+/=\s]*)$/i;
const MAX_ADDRESS = 300;

/**
 * The picture at an address: kept if the address is the picture itself (`data:`), else null. Whatever lies elsewhere, on the network or
 * beside the page, is never fetched, and named in the report.
 */
export function pictureAt(address: string, reading: Reading): Picture | null {
  const [, type = '', digits] = written.exec(address) ?? [];
  if (digits !== undefined) {
    const picture = reading.pictures.keep(Buffer.from(digits, 'base64'), type.replace(/\W.*/, ''));
    if (picture === null) count(reading, 'image');
    return picture;
  }
  if (/^data:/i.test(address) || address === '') {
    count(reading, 'image');
    return null;
  }
  count(reading, 'remote-image');
  reading.remote.push(address.slice(0, MAX_ADDRESS));
  return null;
}

function count({ notKept }: Reading, what: NotKept): void {
  notKept.set(what, (notKept.get(what) ?? 0) + 1);
}
