import type { Words } from '../../shared/i18n/index.ts';

type MediaKind = keyof Words['mediaKinds'];

/** The word for a media type. */
export function mediaKindOf(mediaType: string): MediaKind {
  const found = KINDS.find(([pattern]) => pattern.test(mediaType));
  return found?.[1] ?? 'other';
}

const KINDS: readonly [RegExp, MediaKind][] = [
  [/^image\/svg/u, 'drawing'],
  [/^image\//u, 'picture'],
  [/\/pdf$/u, 'pdf'],
  [/^text\/html$/u, 'page'],
  [/^text\/|\/json$|\/xml$/u, 'text'],
  [/sheet|excel/u, 'sheet'],
  [/presentation|powerpoint/u, 'slides'],
  [/msword|wordprocessing|opendocument\.text|works|ofd/u, 'word'],
  [/zip/u, 'archive'],
];
