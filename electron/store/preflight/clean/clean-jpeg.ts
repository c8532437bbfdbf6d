const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const EXIF = 0xe1;
const ORIENTATION = 0x0112;

/**
 * A JPEG (ITU-T T.81) without its comments and application segments: EXIF with its places and previews, XMP, IPTC, maker's
 * notes, and whatever stands after the end. Kept are JFIF's first segment without its preview, Adobe's, which says how the
 * colours are meant, a colour profile, and of EXIF which way up the picture stands. Null for what is no whole JPEG.
 */
export function cleanJpeg(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const segment = bytes.subarray(at, end);
    const turned = marker === EXIF ? orientationOf(segment) : null;
    if (turned !== null) kept.push(exifOf(turned));
    if (mayStay(marker, segment)) kept.push(marker === 0xe0 ? withoutPreview(segment) : segment);
    at = end;
    if (marker === START_OF_SCAN) {
      const scan = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, scan));
      at = scan;
    }
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== END_OF_IMAGE) return null;
  kept.push(bytes.subarray(at, at + 2));
  return Buffer.concat(kept);
}

function mayStay(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = segment.toString('latin1', 4, 16);
  if (marker === 0xe0) return name.startsWith('JFIF\0');
  if (marker === 0xe2) return name.startsWith('ICC_PROFILE\0');
  return marker === 0xee && name.startsWith('Adobe');
}

/** JFIF 1.02: sixteen bytes of facts, then a small picture. */
function withoutPreview(segment: Buffer): Buffer {
  const facts = Buffer.from(segment.subarray(0, 18));
  if (facts.length < 18) return segment;
  facts.writeUInt16BE(16, 2);
  facts.fill(0, 16, 18);
  return facts;
}

/** Up to the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) {
      return at;
    }
  }
  return bytes.length;
}

/** Which way up the picture stands (EXIF 2.3, 4.6.4: 2–8; 1 is as it lies), or null where the segment does not say. */
function orientationOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(10);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const word = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    const count = word(directory);
    for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12) {
      if (word(entry) !== ORIENTATION) continue;
      const value = word(entry + 8);
      return value >= 2 && value <= 8 ? value : null;
    }
  } catch (error) {
    // It points outside itself: then it says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** A segment that says which way up the picture stands, and nothing else. */
function exifOf(orientation: number): Buffer {
  const tiff = '4d4d002a00000008000101120003000000010000000000000000';
  const segment = Buffer.from(`ffe10022457869660000${tiff}`, 'hex');
  segment.writeUInt16BE(orientation, 10 + 18);
  return segment;
}
