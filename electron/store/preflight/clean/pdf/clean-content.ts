import { readOperators, type Operation } from './read-operators.ts';

/** What draws (ISO 32000-2, annex A). Marks of content, with what they say of it, are not among it. */
const DRAWING = new Set(
  (
    'b B b* B* BI BT BX c cm CS cs d d0 d1 Do ET EX f F f* G g gs h i J j K k l M m n q Q re RG rg ri s S SC sc SCN scn sh ' +
    `T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`
  ).split(' '),
);
/** Of those the ones that take strings. */
const SHOWING = new Set(['Tj', 'TJ', "'", '"']);

/** `pictures`: how many stand in it; `jpegs`: how many of those may have notes of a camera with them. */
export type CleanContent = { bytes: Buffer; pictures: number; jpegs: number };

/**
 * A content stream that draws the same and says nothing else: no remarks, no replacement texts, alternative descriptions and other
 * properties of what is drawn. `isLayered`: what belongs to a layer goes on belonging to it. As many `Q` as `q`, so that something may
 * follow. Throws `ContentFault`.
 */
export function cleanContent(content: Buffer, { isLayered }: { isLayered: boolean }): CleanContent {
  const kept: Buffer[] = [];
  /** Of each open mark, whether it stayed. */
  const marks: boolean[] = [];
  let depth = 0;
  let pictures = 0;
  let jpegs = 0;
  for (const operation of readOperators(content)) {
    const { operator, operands, image } = operation;
    if (operator === 'BMC' || operator === 'BDC') {
      marks.push(isLayered && isOfLayer(operation));
      if (marks.at(-1) === true) kept.push(written(operation));
    } else if (operator === 'EMC') {
      if (marks.pop() === true) kept.push(written({ operator, operands: [], image: null }));
    } else if (DRAWING.has(operator)) {
      if (operator === 'q') depth += 1;
      if (operator === 'Q') {
        if (depth === 0) continue;
        depth -= 1;
      }
      if (image !== null) pictures += 1;
      if (image !== null && /\/DCT/u.test(image.toString('latin1'))) jpegs += 1;
      const needed = SHOWING.has(operator) ? operands : operands.filter((one) => one[0] !== OPEN);
      kept.push(written({ operator, operands: needed, image }));
    }
  }
  while (marks.length > 0) if (marks.pop() === true) kept.push(Buffer.from('EMC\n'));
  kept.push(Buffer.from('Q\n'.repeat(depth)));
  return { bytes: Buffer.concat(kept), pictures, jpegs };
}

const OPEN = '('.charCodeAt(0);
const BLANK = Buffer.from(' ');

function isOfLayer({ operator, operands: [tag, layer] }: Operation): boolean {
  return operator === 'BDC' && tag?.toString('latin1') === '/OC' && layer?.[0] === 0x2f;
}

function written({ operator, operands, image }: Operation): Buffer {
  if (image !== null) return Buffer.concat([image, Buffer.from('\n')]);
  return Buffer.concat([
    ...operands.flatMap((operand) => [operand, BLANK]),
    Buffer.from(`${operator}\n`),
  ]);
}
