import { MAX_PICTURE_IN_BYTES, type PictureRefusal } from '../../../shared/contract/attachments.ts';
import { pictureTypeOf } from './media-type.ts';
import { pictureSizeOf } from './picture-size.ts';

export const MAX_PICTURE_SIDE = 20_000;
/** Four bytes each when decoded. */
export const MAX_PICTURE_PIXELS = 50_000_000;

type Checked = { mediaType: string } | { refusal: PictureRefusal };

/** Whether bytes are a picture that the window may decode, as its header alone says. */
export function checkPicture(bytes: Buffer): Checked {
  if (bytes.length > MAX_PICTURE_IN_BYTES) return { refusal: 'picture-too-large' };
  const mediaType = pictureTypeOf(bytes);
  const size = mediaType === null ? null : pictureSizeOf(bytes, mediaType);
  if (mediaType === null || size === null) return { refusal: 'picture-unknown' };
  const { width, height } = size;
  const isTooMuch =
    Math.max(width, height) > MAX_PICTURE_SIDE || width * height > MAX_PICTURE_PIXELS;
  return isTooMuch ? { refusal: 'picture-too-many-pixels' } : { mediaType };
}
