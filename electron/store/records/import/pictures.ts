import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Inline } from '../../../../shared/document/tree.ts';
import type { RoughBlock } from '../../../../shared/templates/recognise/rough-block.ts';
import { beginningOf, mediaTypeOf, pictureTypeOf } from '../../attachments/media-type.ts';
import { pictureSizeOf } from '../../attachments/picture-size.ts';

/** A file that comes with a text and is attached to its record. */
export type KeptFile = {
  id: string;
  name: string;
  mediaType: string;
  hash: string;
  bytes: Uint8Array;
};

/** Pixels on a side; more is more than anybody decodes to look at it. */
export const MAX_SIDE = 20_000;
export const MAX_PICTURE_IN_BYTES = 20 * 1024 * 1024;
export const MAX_PICTURES_IN_BYTES = 100 * 1024 * 1024;
export const MAX_PICTURES = 500;

/**
 * The pictures of a file. One that the window can show stands in the text where it stood; one in another format (drawings of Windows) is
 * attached all the same, and named there. Beyond the limits none is kept.
 */
export type Pictures = {
  /** Null if it is not kept. `extension` is that of the name it had. */
  keep(bytes: Buffer, extension: string): Picture | null;
  files: KeptFile[];
};
export type Picture = { file: KeptFile; isShown: boolean };

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
};

export function openPictures(): Pictures {
  const files: KeptFile[] = [];
  let total = 0;
  return {
    files,
    keep: (bytes, extension) => {
      const isTooMuch =
        bytes.length === 0 ||
        bytes.length > MAX_PICTURE_IN_BYTES ||
        total + bytes.length > MAX_PICTURES_IN_BYTES ||
        files.length >= MAX_PICTURES;
      if (isTooMuch) return null;
      const type = pictureTypeOf(bytes);
      const size = type === null ? null : pictureSizeOf(bytes, type);
      if (size !== null && Math.max(size.width, size.height) > MAX_SIDE) return null;
      const ending = type === null ? extension : (EXTENSIONS[type] ?? extension);
      const name = `图${files.length + 1}${ending === '' ? '' : `.${ending}`}`;
      const file = keptFile(name, bytes);
      files.push(file);
      total += bytes.length;
      return { file, isShown: type !== null && size !== null };
    },
  };
}

export function keptFile(name: string, bytes: Buffer): KeptFile {
  return {
    id: uuidv7(),
    name,
    mediaType: mediaTypeOf(beginningOf(bytes), name),
    hash: createHash('sha256').update(bytes).digest('hex'),
    // A memory of its own: it goes to another thread.
    bytes: new Uint8Array(bytes),
  };
}

export function pictureBlock({ file, isShown }: Picture): RoughBlock {
  if (isShown) return { type: 'image', attachmentId: file.id, caption: [] };
  return {
    type: 'line',
    children: [pictureLink(file)],
    rank: null,
    item: null,
    isCentred: false,
    align: null,
    isAfterBlank: false,
  };
}

/** Where only words can stand, as in a table. */
export function pictureLink(file: KeptFile): Inline {
  return { type: 'attachment-link', attachmentId: file.id, text: file.name };
}
