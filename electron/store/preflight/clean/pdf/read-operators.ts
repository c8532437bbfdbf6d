/** A name of an operator and the stretches of its operands; `image`: of `BI`, everything from there to `EI`. */
export type Operation = { operator: string; operands: readonly Buffer[]; image: Buffer | null };

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set(Array.from('()<>[]{}/%', (char) => char.charCodeAt(0)));
const code = (char: string) => char.charCodeAt(0);
const [PERCENT, OPEN, CLOSE, LESS, GREATER, BACKSLASH, SLASH] = Array.from('%()<>\\/', code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const MOST_OPERANDS = 10_000;

/** A content stream is not written as one (ISO 32000-2, 7.8.2). */
export class ContentFault extends Error {}

/** The operations of a content stream, one after another, without the remarks between them. Throws `ContentFault`. */
export function* readOperators(bytes: Buffer): Generator<Operation> {
  let operands: Buffer[] = [];
  let at = 0;
  for (;;) {
    at = afterBlanks(bytes, at);
    if (at >= bytes.length) return;
    const end = endOfToken(bytes, at);
    const token = bytes.subarray(at, end);
    at = end;
    if (isOperand(token)) {
      const operand = token[0] === code('[') ? withoutRemarks(token) : token;
      if (operands.push(operand) > MOST_OPERANDS) throw new ContentFault('too many operands');
      continue;
    }
    const operator = token.toString('latin1');
    let image: Buffer | null = null;
    if (operator === 'BI') {
      const samples = startOfSamples(bytes, end);
      at = endOfImage(bytes, samples);
      image = Buffer.concat([
        withoutRemarks(bytes.subarray(end - 2, samples)),
        bytes.subarray(samples, at),
      ]);
    }
    yield { operator, operands, image };
    operands = [];
  }
}

function afterBlanks(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    while (at < bytes.length && SPACE.has(bytes[at] ?? 0)) at += 1;
    if (bytes[at] !== PERCENT) return at;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  }
}

function isOperand(token: Buffer): boolean {
  const first = token[0] ?? 0;
  if (first === OPEN || first === LESS || first === SLASH || first === code('[')) return true;
  return /^(?:[+\-.\d]|true$|false$|null$)/u.test(token.toString('latin1'));
}

function endOfToken(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first === OPEN) return endOfString(bytes, at);
  if (first === LESS && bytes[at + 1] !== LESS) return endOfHex(bytes, at);
  if (first === LESS || first === code('[')) return endOfGroup(bytes, at);
  if (first === SLASH) return endOfWord(bytes, at + 1);
  if (DELIMITER.has(first)) throw new ContentFault('a bracket closes nothing');
  return endOfWord(bytes, at);
}

function endOfWord(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && !SPACE.has(bytes[at] ?? 0) && !DELIMITER.has(bytes[at] ?? 0)) at += 1;
  return at;
}

function endOfString(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === OPEN) depth += 1;
    else if (bytes[at] === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new ContentFault('a string without end');
}

function endOfHex(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(GREATER, from);
  if (end === -1) throw new ContentFault('a string without end');
  return end + 1;
}

/** An array or a dictionary, whatever stands in it. */
function endOfGroup(bytes: Buffer, from: number): number {
  const isArray = bytes[from] === code('[');
  let at = from + (isArray ? 1 : 2);
  for (;;) {
    at = afterBlanks(bytes, at);
    if (at >= bytes.length) throw new ContentFault('a bracket without end');
    if (isArray && bytes[at] === code(']')) return at + 1;
    if (!isArray && bytes[at] === GREATER && bytes[at + 1] === GREATER) return at + 2;
    at = endOfToken(bytes, at);
  }
}

/** Brackets stand by themselves here; nothing else is changed. */
function withoutRemarks(bytes: Buffer): Buffer {
  const kept: string[] = [];
  for (let at = afterBlanks(bytes, 0); at < bytes.length; at = afterBlanks(bytes, at)) {
    const isBracket = bytes[at] === code('[') || bytes[at] === code(']');
    const end = isBracket ? at + 1 : endOfToken(bytes, at);
    kept.push(bytes.toString('latin1', at, end));
    at = end;
  }
  return Buffer.from(kept.join(' '), 'latin1');
}

/** After the `ID` of an image that stands in the content. */
function startOfSamples(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = afterBlanks(bytes, at);
    if (at >= bytes.length) throw new ContentFault('an image without samples');
    const end = endOfToken(bytes, at);
    if (bytes.toString('latin1', at, end) === 'ID') return end;
    at = end;
  }
}

/** Its `EI` is one that text follows, not one that chance wrote among the samples. */
function endOfImage(bytes: Buffer, from: number): number {
  for (let end = from + 1; end + 2 <= bytes.length; end += 1) {
    const isEnd = bytes[end] === code('E') && bytes[end + 1] === code('I');
    if (isEnd && SPACE.has(bytes[end - 1] ?? 0) && isTextAfter(bytes, end + 2)) return end + 2;
  }
  throw new ContentFault('an image without end');
}

function isTextAfter(bytes: Buffer, from: number): boolean {
  if (from < bytes.length && !SPACE.has(bytes[from] ?? 0)) return false;
  const next = bytes.subarray(from, from + 12);
  return next.every((byte) => SPACE.has(byte) || (byte >= 32 && byte < 127));
}
