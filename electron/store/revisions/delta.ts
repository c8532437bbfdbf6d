/**
 * A text as the difference to another one: runs copied from it, and what is new between them. Binary, since texts are
 * stored as UTF-8. Layout: the length of the result, then runs; each a number n that says `n >> 1` bytes, which follow if n
 * is even, and stand in the other text if n is odd: where, counted from the end of the run copied before it, follows.
 * Numbers are LEB128, places are zigzagged. Frozen: what was stored so must be readable for ever.
 */
const BLOCK = 16;
/** Of the rolling hash; odd, so that no bit is lost. */
const FACTOR = 0x01000193;
const OLDEST = power(FACTOR, BLOCK);

/** What `applyDelta` makes `target` of again, together with `base`. Linear in both. */
export function makeDelta(base: Uint8Array, target: Uint8Array): Buffer {
  const out = new DeltaWriter(base, target);
  // Most changes are few and far from the ends, which need no looking for.
  const head = commonRun(base, 0, target, 0);
  const tail = commonSuffix(base, target, head);
  out.copy(0, 0, head);
  copyBetween(base, target, { start: head, end: target.length - tail }, out);
  out.copy(base.length - tail, target.length - tail, tail);
  return out.finish();
}

/** Throws `RangeError` if this cannot be a delta to that base. */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Buffer {
  const input = { bytes: delta, at: 0 };
  const length = readNumber(input);
  // Nothing stored is that large; damaged bytes must not ask for all memory.
  if (length > (base.length + delta.length) * 1000) throw new RangeError('no delta');
  const target = Buffer.allocUnsafe(length);
  let [written, copied] = [0, 0];
  while (input.at < delta.length) {
    const run = readNumber(input);
    const size = Math.floor(run / 2);
    const isCopy = run % 2 === 1;
    const from = isCopy ? copied + readSigned(input) : input.at;
    const source = isCopy ? base : delta;
    if (from < 0 || from + size > source.length || written + size > length) {
      throw new RangeError('no delta');
    }
    target.set(source.subarray(from, from + size), written);
    written += size;
    if (isCopy) copied = from + size;
    else input.at += size;
  }
  if (written !== length) throw new RangeError('no delta');
  return target;
}

/** Looks in all of the base for blocks of the target, each byte of which may begin one. */
function copyBetween(
  base: Uint8Array,
  target: Uint8Array,
  { start, end }: { start: number; end: number },
  out: DeltaWriter,
): void {
  if (end - start < BLOCK || base.length < BLOCK) return;
  const blocks = indexBlocks(base);
  let at = start;
  let hash = hashAt(target, at);
  while (at + BLOCK <= end) {
    const found = blocks.find(hash, target, at);
    if (found < 0) {
      if (at + BLOCK < end) hash = roll(hash, target, at);
      at += 1;
      continue;
    }
    let before = 0;
    while (
      at - before > out.done &&
      found - before > 0 &&
      base[found - before - 1] === target[at - before - 1]
    ) {
      before += 1;
    }
    const size = Math.min(commonRun(base, found, target, at), end - at);
    out.copy(found - before, at - before, before + size);
    at += size;
    if (at + BLOCK <= end) hash = hashAt(target, at);
  }
}

/** Blocks that occur so often are what every paragraph begins with: following one of them leads astray. */
const FREQUENT = 5;

/** Every block of the base by its bytes. `find` answers the place of one from where the most is the same, or -1. */
function indexBlocks(base: Uint8Array): {
  find(hash: number, target: Uint8Array, at: number): number;
} {
  const count = Math.floor(base.length / BLOCK);
  let bits = 4;
  while (1 << bits < count * 2) bits += 1;
  const slots = new Int32Array(1 << bits).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const times = new Uint8Array(count);
  /** The slot of the blocks like the one at a place, or a free one; -1 after some collisions. */
  const slotOf = (hash: number, bytes: Uint8Array, at: number) => {
    let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
    for (let tries = 0; tries < 8; tries += 1) {
      const block = slots[slot] ?? -1;
      if (block < 0 || isSameBlock(base, block * BLOCK, bytes, at)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  };
  for (let block = count - 1; block >= 0; block -= 1) {
    const slot = slotOf(hashAt(base, block * BLOCK), base, block * BLOCK);
    if (slot < 0) continue;
    const other = slots[slot] ?? -1;
    next[block] = other;
    times[block] = other < 0 ? 1 : Math.min((times[other] ?? 0) + 1, FREQUENT);
    slots[slot] = block;
  }
  return {
    find(hash, target, at) {
      const slot = slotOf(hash, target, at);
      let block = slot < 0 ? -1 : (slots[slot] ?? -1);
      if (block < 0 || times[block] === FREQUENT) return -1;
      let [best, most] = [-1, 0];
      for (; block >= 0; block = next[block] ?? -1) {
        const size = commonRun(base, block * BLOCK, target, at);
        if (size > most) [best, most] = [block * BLOCK, size];
      }
      return best;
    },
  };
}

class DeltaWriter {
  readonly base: Uint8Array;
  readonly target: Uint8Array;
  /** So much of the target is written. */
  done = 0;
  #copied = 0;
  readonly #parts: Uint8Array[] = [];

  constructor(base: Uint8Array, target: Uint8Array) {
    this.base = base;
    this.target = target;
    this.#parts.push(numberBytes(target.length));
  }

  /** `size` bytes of the base from `from` are those of the target from `at`; what lies before is new. */
  copy(from: number, at: number, size: number): void {
    if (size === 0) return;
    this.#insertUpTo(at);
    const step = from - this.#copied;
    this.#parts.push(numberBytes(size * 2 + 1), numberBytes(step < 0 ? -step * 2 - 1 : step * 2));
    this.#copied = from + size;
    this.done = at + size;
  }

  finish(): Buffer {
    this.#insertUpTo(this.target.length);
    return Buffer.concat(this.#parts);
  }

  #insertUpTo(at: number): void {
    if (at <= this.done) return;
    this.#parts.push(numberBytes((at - this.done) * 2), this.target.subarray(this.done, at));
    this.done = at;
  }
}

function hashAt(bytes: Uint8Array, start: number): number {
  let hash = 0;
  for (let at = start; at < start + BLOCK; at += 1) {
    hash = (Math.imul(hash, FACTOR) + (bytes[at] ?? 0) + 1) | 0;
  }
  return hash;
}

/** The hash of the block one byte further. */
function roll(hash: number, bytes: Uint8Array, at: number): number {
  const without = Math.imul(hash, FACTOR) - Math.imul((bytes[at] ?? 0) + 1, OLDEST);
  return (without + (bytes[at + BLOCK] ?? 0) + 1) | 0;
}

function power(factor: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count += 1) result = Math.imul(result, factor);
  return result;
}

function isSameBlock(one: Uint8Array, i: number, other: Uint8Array, j: number): boolean {
  for (let step = 0; step < BLOCK; step += 1) if (one[i + step] !== other[j + step]) return false;
  return true;
}

/** How much is the same from two places on. */
function commonRun(one: Uint8Array, i: number, other: Uint8Array, j: number): number {
  const most = Math.min(one.length - i, other.length - j);
  let length = 0;
  while (length < most && one[i + length] === other[j + length]) length += 1;
  return length;
}

function commonSuffix(one: Uint8Array, other: Uint8Array, taken: number): number {
  const most = Math.min(one.length, other.length) - taken;
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) {
    length += 1;
  }
  return length;
}

function numberBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

function readNumber(input: { bytes: Uint8Array; at: number }): number {
  let [value, weight] = [0, 1];
  for (let count = 0; count < 7; count += 1) {
    const byte = input.bytes[input.at];
    if (byte === undefined) break;
    input.at += 1;
    value += (byte % 0x80) * weight;
    if (byte < 0x80) return value;
    weight *= 0x80;
  }
  throw new RangeError('no delta');
}

function readSigned(input: { bytes: Uint8Array; at: number }): number {
  const value = readNumber(input);
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
