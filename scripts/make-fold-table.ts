import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';

/**
 * Writes `shared/text/fold-table.ts`. Run it by hand (`node scripts/make-fold-table.ts`) after a change of the rules
 * or of opencc-js, and raise `INDEX_VERSION` in `electron/store/search/index-text.ts` with it. The table is a file,
 * not made at start, because the store's Node and the window's Chromium carry different Unicode versions and must
 * fold alike.
 */
const sameMeaning: readonly (readonly [string, string])[] = [
  ['[{〔【〖〘〚⟦', '('],
  [']}〕】〗〙〛⟧', ')'],
  ['〈⟨⟪', '《'],
  ['〉⟩⟫', '》'],
  ['“”„‟「」『』〝〞〟', '"'],
  ['‘’‚‛′', "'"],
  ['‐‑‒–—―−─', '-'],
  ['•‧・⋅∙', '·'],
  ['〜∼', '~'],
  ['○◯', '〇'],
  ['ς', 'σ'],
];
const styles = new Map(
  sameMeaning.flatMap(([from, to]) => Array.from(from).map((one) => [one, to])),
);
const simplify = Converter({ from: 't', to: 'cn' });
const steps = [
  (one: string) => one.normalize('NFKC'),
  (one: string) => one.toLowerCase(),
  simplify,
  (one: string) => styles.get(one) ?? one,
];

function foldOne(one: string): string {
  let folded = one;
  for (let round = 0; round < 8; round += 1) {
    const before = folded;
    for (const step of steps) {
      const next = step(folded);
      if (next.length === one.length && Array.from(next).length === 1) folded = next;
    }
    if (folded === before) return folded;
  }
  throw new Error(`the rules for ${one} go round in circles`);
}

const isHan = (one: string) => /^\p{Script=Han}$/u.test(one);
const han: [string, string][] = [];
const others: [number, number][] = [];
for (let code = 0; code <= 0x2ffff; code += 1) {
  if (code >= 0xd800 && code <= 0xdfff) continue;
  const one = String.fromCodePoint(code);
  const folded = foldOne(one);
  if (folded === one) continue;
  if (isHan(one) && isHan(folded) && one === one.normalize('NFKC')) han.push([one, folded]);
  else others.push([code, folded.codePointAt(0) ?? code]);
}

/** Runs of equal distance: first code point, how many, how far apart, distance to the folded one. */
const runs: [number, number, number, number][] = [];
for (const [code, folded] of others) {
  const run = runs.at(-1);
  const apart = run === undefined ? 0 : code - (run[0] + (run[1] - 1) * run[2]);
  if (run?.[3] === folded - code && apart <= 2 && (run[1] === 1 || apart === run[2])) {
    run[1] += 1;
    run[2] = apart;
  } else runs.push([code, 1, 1, folded - code]);
}

const lines = (text: string[], perLine: number) => {
  const out: string[] = [];
  for (let at = 0; at < text.length; at += perLine) out.push(text.slice(at, at + perLine).join(''));
  return out.map((line) => `  '${line}'`).join(' +\n');
};
const source = `// Written by scripts/make-fold-table.ts; do not edit. Traditional to simplified: OpenCC's TSCharacters through
// opencc-js 1.4.2 (Apache License 2.0). The rest: Unicode NFKC and lower case, one character to one, and bracket,
// quotation, dash and dot styles.

/** Han characters and, at the same places of the next string, what they fold to. */
export const hanFrom =
${lines(
  han.map(([from]) => from),
  45,
)};
export const hanTo =
${lines(
  han.map(([, to]) => to),
  45,
)};
/** \`first,count,apart,distance\` in base 36, separated by blanks. */
export const runs =
${lines(
  runs.map((run) => `${run.map((n) => n.toString(36)).join(',')} `),
  9,
)};
`;
writeFileSync(fileURLToPath(new URL('../shared/text/fold-table.ts', import.meta.url)), source);
console.log(`${han.length} Han characters, ${others.length} others in ${runs.length} runs`);
