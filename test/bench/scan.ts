import { scanText } from '../../shared/text/scan/scan-text.ts';
import { kinds, type Kind, type Sentence } from '../support/scan-sentences/answer.ts';
import { dailySeeds, heldOutSeeds, makeSentences } from '../support/scan-sentences/index.ts';

/**
 * How much of what is there the scanner finds, and how much of what it finds is there, by kind: `npm run bench -- scan
 * [--held-out] [--misses]`. Every seed that is for daily use, or with `--held-out` those that are kept out of it. A finding
 * is right only if its kind and both of its ends are; one that is partly right is a miss and a false alarm at once.
 */
export async function run(flags: string[]): Promise<void> {
  const seeds = flags.includes('--held-out') ? heldOutSeeds : dailySeeds;
  const sentences = seeds.flatMap(makeSentences);
  console.log(`${sentences.length} sentences, ${seeds.length} seeds`);
  judge(sentences, flags.includes('--misses'));
  measureSpeed(sentences);
  await Promise.resolve();
}

type Tally = { right: number; missed: number; wrong: number; partly: number };

function judge(sentences: readonly Sentence[], shows: boolean): void {
  const tallies = new Map<Kind, Tally>(
    kinds.map((kind) => [kind, { right: 0, missed: 0, wrong: 0, partly: 0 }]),
  );
  for (const sentence of sentences) {
    const found = scanText(sentence.text);
    const key = ({ kind, start, end }: { kind: string; start: number; end: number }) =>
      `${kind} ${start} ${end}`;
    const wanted = new Set(sentence.answers.map(key));
    const got = new Set(found.map(key));
    let isRight = true;
    for (const answer of sentence.answers) {
      const tally = tallies.get(answer.kind);
      if (tally === undefined) continue;
      if (got.has(key(answer))) {
        tally.right += 1;
        continue;
      }
      isRight = false;
      tally.missed += 1;
      const touches = found.some(({ start, end }) => start < answer.end && answer.start < end);
      if (touches) tally.partly += 1;
    }
    for (const finding of found) {
      if (wanted.has(key(finding))) continue;
      isRight = false;
      const tally = tallies.get(finding.kind);
      if (tally !== undefined) tally.wrong += 1;
    }
    if (!isRight && shows) {
      const shown = found.map(
        ({ kind, start, end }) => `${kind}:${sentence.text.slice(start, end)}`,
      );
      console.log(
        `    ${sentence.maker} ${JSON.stringify(sentence.text)} → ${JSON.stringify(shown)}`,
      );
    }
  }
  for (const [kind, { right, missed, wrong, partly }] of tallies) {
    const recall = right / (right + missed);
    const precision = right / (right + wrong);
    const isKept = recall >= 0.995 && precision >= 0.98;
    const share = `${recall.toFixed(4)} / ${precision.toFixed(4)}`;
    const counts = `${right + missed} there, ${missed} missed (${partly} found in part), ${wrong} wrong`;
    line(`${kind}: recall / precision`, `${share}  ${isKept ? 'kept' : 'BROKEN'}  ${counts}`);
    if (!isKept) process.exitCode = 1;
  }
}

/** Text as it is written, mostly without findings, beside one pass of a plain pattern; twice the text, twice the time. */
function measureSpeed(sentences: readonly Sentence[]): void {
  const dense = sentences.map(({ text }) => text).join('\n');
  const prose =
    '检察机关审查认为，被告单位未经注册商标所有人许可，在同一种商品上使用与其注册商标相同的商标。';
  const sparse = sentences
    .filter((_, at) => at % 10 === 0)
    .map(({ text }) => prose.repeat(10) + text)
    .join('\n');
  for (const [name, text] of [
    ['text as it is written', sparse],
    ['nothing but such sentences', dense],
  ] as const) {
    const megabytes = Buffer.byteLength(text) / 1e6;
    const scan = megabytes / secondsOf(() => scanText(text));
    const pass = megabytes / secondsOf(() => Array.from(text.matchAll(/1[3-9]\d{9}/gu)).length);
    line(
      `${name}, scanner`,
      `${scan.toFixed(1)} MB/s  promised ≥ 5 ${scan >= 5 ? 'kept' : 'BROKEN'}`,
    );
    line(`${name}, one RegExp pass`, `${pass.toFixed(0)} MB/s`);
    if (scan < 5) process.exitCode = 1;
    const half = secondsOf(() => scanText(text.slice(0, text.length / 2)));
    const whole = secondsOf(() => scanText(text));
    line(`${name}, twice the text`, `${(whole / half).toFixed(2)} times the time`);
  }
}

/** The best of five: what the machine does beside it only ever adds. */
function secondsOf(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times) / 1000;
}

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(44)} ${value}`);
}
