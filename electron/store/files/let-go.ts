/** Of smaller ones the garbage collector is quick to be rid. */
const WORTH_IT = 16 * 1024;

/**
 * Gives the memory of bytes back at once, which become empty: left to the garbage collector, megabytes that stream through pile up,
 * and what it does about them takes longer than reading them. Bytes that share their memory with others stay as they are.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (byteLength < WORTH_IT || byteLength !== buffer.byteLength) return;
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** Pieces that are let go one after another, as one whole of its own. */
export async function wholeOf(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Buffer> {
  const kept: Buffer[] = [];
  for await (const piece of pieces) kept.push(Buffer.from(piece));
  return Buffer.concat(kept);
}
