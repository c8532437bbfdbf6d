import { deserialize } from 'node:v8';

/** Bytes before each message: its length, little endian. */
export const HEAD_IN_BYTES = 4;

/**
 * Puts messages together again that come in pieces of any size: each is its length in four bytes, little endian, and then what `v8.serialize`
 * made of it. Hands on every message as soon as it is whole.
 */
export function createFrameReader(onMessage: (message: unknown) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = [];
  let held = 0;
  let wanted = HEAD_IN_BYTES;
  let isHead = true;
  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    while (held >= wanted) {
      const all =
        pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
      const part = all.subarray(0, wanted);
      pieces = [all.subarray(wanted)];
      held -= wanted;
      if (isHead) wanted = part.readUInt32LE();
      else {
        wanted = HEAD_IN_BYTES;
        onMessage(deserialize(part));
      }
      isHead = !isHead;
    }
  };
}
