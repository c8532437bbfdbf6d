import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { cleanJpeg } from '../clean-jpeg.ts';
import { cleanContent } from './clean-content.ts';

/**
 * What was seen on the way: pictures, those that had notes of a camera or program with them, which are gone, and those of which it is not
 * known what they hold beside their picture.
 */
export type Seen = { pictures: number; noted: number; unknown: number };
/** Lines and dots of a layout; nothing can be read in them. */
const TOO_SMALL_TO_READ = 16;

const name = (text: string) => PDFName.of(text);
const CONTENT_FILTER = name('FlateDecode');

/** The bytes of a stream as they are meant. Throws what the reader of such streams throws. */
export function decoded(stream: PDFRawStream): Buffer {
  return Buffer.from(decodePDFRawStream(stream).decode());
}

/** A stream of the new file, packed. */
export function packed(to: PDFContext, bytes: Buffer, dict: PDFDict): PDFRawStream {
  const made = to.flateStream(bytes);
  dict.delete(name('DecodeParms'));
  dict.set(name('Filter'), CONTENT_FILTER);
  return PDFRawStream.of(dict, made.contents);
}

/** What a stream says beyond what it draws goes: see `cleanContent`, `cleanJpeg`. `dict`: copied already. */
export function cleanStream(
  to: PDFContext,
  stream: PDFRawStream,
  dict: PDFDict,
  { isLayered, isGlyph, seen }: { isLayered: boolean; isGlyph: boolean; seen: Seen },
): PDFRawStream {
  if (isGlyph || isContent(stream.dict)) {
    const content = cleanContent(decoded(stream), { isLayered });
    if (!isGlyph) seen.pictures += content.pictures;
    seen.unknown += content.jpegs;
    return packed(to, content.bytes, dict);
  }
  if (stream.dict.lookup(name('Subtype')) === name('Image')) return cleanImage(stream, dict, seen);
  if (stream.dict.lookup(name('Subtype')) === name('PS')) seen.unknown += 1;
  return PDFRawStream.of(dict, stream.contents);
}

/** Forms and tiling patterns. */
function isContent(dict: PDFDict): boolean {
  return (
    dict.lookup(name('Subtype')) === name('Form') || dict.lookup(name('PatternType')) !== undefined
  );
}

function cleanImage(stream: PDFRawStream, dict: PDFDict, seen: Seen): PDFRawStream {
  if (isReadable(stream.dict)) seen.pictures += 1;
  const filters = filtersOf(stream.dict);
  const last = filters.at(-1);
  if (last !== name('DCTDecode')) {
    if (last === name('JPXDecode') || last === name('JBIG2Decode')) seen.unknown += 1;
    return PDFRawStream.of(dict, stream.contents);
  }
  const bytes = filters.length === 1 ? Buffer.from(stream.contents) : unwrapped(stream);
  const clean = cleanJpeg(bytes);
  if (clean === null) {
    seen.unknown += 1;
    return PDFRawStream.of(dict, stream.contents);
  }
  if (!clean.equals(bytes)) seen.noted += 1;
  dict.set(name('Filter'), name('DCTDecode'));
  // Of several packings the last one's parameters are the picture's.
  if (filters.length > 1) dict.delete(name('DecodeParms'));
  return PDFRawStream.of(dict, clean);
}

/** A JPEG that was packed once more. */
function unwrapped(stream: PDFRawStream): Buffer {
  const dict = stream.dict.clone();
  const outer = PDFArray.withContext(dict.context);
  for (const filter of filtersOf(stream.dict).slice(0, -1)) outer.push(filter);
  dict.set(name('Filter'), outer);
  dict.delete(name('DecodeParms'));
  return decoded(PDFRawStream.of(dict, stream.contents));
}

function filtersOf(dict: PDFDict): PDFObject[] {
  const filter = dict.lookup(name('Filter'));
  if (filter instanceof PDFArray) {
    return filter.asArray().flatMap((_, at) => filter.lookup(at) ?? []);
  }
  return filter === undefined ? [] : [filter];
}

function isReadable(dict: PDFDict): boolean {
  return ['Width', 'Height'].every((key) => {
    const size = dict.lookup(name(key));
    return !(size instanceof PDFNumber) || size.asNumber() > TOO_SMALL_TO_READ;
  });
}
