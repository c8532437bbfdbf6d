import { letGo } from '../files/let-go.ts';
import { CHUNK_IN_BYTES } from './read-content.ts';

/** Pieces of whatever length as chunks of the length in which they are stored. */
export async function* inChunks(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK_IN_BYTES);
  let length = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const taken = piece.copy(chunk, length, at);
      length += taken;
      at += taken;
      if (length === chunk.length) {
        yield chunk;
        length = 0;
      }
    }
  }
  if (length > 0) yield chunk.subarray(0, length);
  letGo(chunk);
}
