import type { Database } from 'better-sqlite3';
import {
  MAX_PICTURE_IN_BYTES,
  type AttachmentId,
  type Preview,
} from '../../../shared/contract/attachments.ts';
import { findAttachment } from './attachment-row.ts';
import { MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE } from './check-picture.ts';
import { decodeBeginning } from './decode-beginning.ts';
import { pictureTypeOf } from './media-type.ts';
import { pictureSizeOf } from './picture-size.ts';
import { readBeginning } from './read-content.ts';

const TEXT_IN_BYTES = 256 * 1024;

/**
 * What may be shown of an attachment, decided by its bytes, whatever name or type it has. Nothing of it is interpreted here
 * but the header of a picture, and in the window nothing but the picture.
 */
export function previewAttachment(db: Database, id: AttachmentId): Preview {
  const { hash, size_in_bytes: size } = findAttachment(db, id);
  const head = readBeginning(db, hash, TEXT_IN_BYTES);
  const mediaType = pictureTypeOf(head);
  if (mediaType !== null) return previewPicture(db, { hash, size, mediaType });
  if (head.toString('latin1', 0, 5) === '%PDF-') return { kind: 'pdf' };
  const text = decodeBeginning(head);
  if (text === null) return { kind: 'none', reason: 'kind' };
  return { kind: 'text', text, isCut: size > head.length };
}

function previewPicture(
  db: Database,
  { hash, size, mediaType }: { hash: string; size: number; mediaType: string },
): Preview {
  if (size > MAX_PICTURE_IN_BYTES) return { kind: 'none', reason: 'too-large' };
  const bytes = readBeginning(db, hash, size);
  const pixels = pictureSizeOf(bytes, mediaType);
  if (pixels === null) return { kind: 'none', reason: 'damaged' };
  const { width, height } = pixels;
  if (Math.max(width, height) > MAX_PICTURE_SIDE || width * height > MAX_PICTURE_PIXELS) {
    return { kind: 'none', reason: 'too-many-pixels' };
  }
  return { kind: 'image', mediaType, width, height, base64: bytes.toString('base64') };
}
