type Size = { width: number; height: number };

/**
 * How large a picture says it is, read from its header alone, in pixels; null if the header is not as its format wants
 * it. Asked before anything decodes the picture: a file of some kilobytes can claim gigabytes.
 */
export function pictureSizeOf(bytes: Buffer, mediaType: string): Size | null {
  try {
    const size = readers[mediaType]?.(bytes) ?? null;
    return size === null || size.width === 0 || size.height === 0 ? null : size;
  } catch (error) {
    // Shorter than its header.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const readers: Readonly<Record<string, (bytes: Buffer) => Size | null>> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/gif': gif,
  'image/webp': webp,
  'image/bmp': bmp,
};

function png(bytes: Buffer): Size | null {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Goes from segment to segment to the frame header; pictures in EXIF lie inside a segment and are passed over with it. */
function jpeg(bytes: Buffer): Size | null {
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (isFrame(marker)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    } else if (marker === 0xd9 || marker === 0xda) return null;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** The screen, or the first frame where that is larger: decoders follow either. */
function gif(bytes: Buffer): Size | null {
  const screen = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  const packed = bytes.readUInt8(10);
  let at = 13 + (packed >= 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  while (bytes.readUInt8(at) === 0x21) {
    at += 2;
    for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at))
      at += 1 + length;
    at += 1;
  }
  if (bytes.readUInt8(at) !== 0x2c) return null;
  return {
    width: Math.max(screen.width, bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5)),
    height: Math.max(screen.height, bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7)),
  };
}

function webp(bytes: Buffer): Size | null {
  const form = bytes.toString('latin1', 12, 16);
  if (form === 'VP8X')
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (form === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (form !== 'VP8 ') return null;
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

function bmp(bytes: Buffer): Size | null {
  if (bytes.readUInt32LE(14) < 40) return null;
  // A negative height means that the rows go from top to bottom.
  return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) };
}
