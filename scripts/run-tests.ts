// `npm test [-- suite …] [--release]`: every suite one after the other, its seconds, all failures, and one last line of totals.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfChanged } from './build.ts';
import { resolveRuntime, wantedElectron } from './electron-runtime.ts';
import { projectFolder, runVerb, Stop, stop } from './project.ts';
import { runToEnd } from './run-to-end.ts';
import { ensureSystem } from './system-libraries.ts';
import { hasDisplay } from './display.ts';
import { COUNTS_MARK } from './test-reporter.ts';

type Counts = { passed: number; failed: number; skipped: number };
type Suite = { name: string; run: () => Promise<Counts> };

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
const SUITE_LIMIT_IN_MS = 25 * 60_000;

const suites: Suite[] = [
  { name: 'types', run: () => check('typescript/bin/tsc', ['-b']) },
  {
    name: 'lint',
    run: () => check('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  },
  { name: 'format', run: () => check('oxfmt/bin/oxfmt', ['--check', '.']) },
  { name: 'unit', run: () => nodeTests('unit') },
  { name: 'store', run: () => nodeTests('store') },
  { name: 'interop', run: () => nodeTests('interop') },
  { name: 'build', run: build },
  { name: 'e2e', run: windowTests },
];

await runVerb(async () => {
  const { values, positionals: wanted } = parseArgs({
    allowPositionals: true,
    options: { release: { type: 'boolean', default: false } },
  });
  if (values.release) await requireReleaseRuntime();
  const unknown = wanted.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    stop(`No suite is called ${unknown}.`, `没有名为 ${unknown} 的测试组。`);
  const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  await ensureSystem({ purpose: 'tests', needsVirtualDisplay: !hasDisplay() });
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const rows: string[] = [];
  for (const { name, run } of chosen) {
    console.log(`\n── ${name}`);
    const start = performance.now();
    const counts = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    rows.push(row(name, seconds, counts));
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
    console.log(`${name}: ${seconds} s`);
  }
  console.log(
    `\n${row('suite', 'seconds', { passed: 'passed', failed: 'failed', skipped: 'skipped' })}`,
  );
  console.log(rows.join('\n'));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/** Before a release the windows are tested on the Electron that will be in it, on no other. */
async function requireReleaseRuntime(): Promise<void> {
  const runtime = await resolveRuntime();
  if (runtime.version === wantedElectron()) return;
  stop(
    `These tests need Electron ${wantedElectron()}, but only ${runtime.version} (${runtime.origin}) is at hand. See the README.`,
    `这些测试需要 Electron ${wantedElectron()}，目前只有 ${runtime.version}（${runtime.origin}）。参见 README。`,
  );
}

function row(name: string, seconds: string, counts: Record<keyof Counts, number | string>): string {
  const numbers = [counts.passed, counts.failed, counts.skipped].map((one) =>
    String(one).padStart(8),
  );
  return `${name.padEnd(10)}${seconds.padStart(8)}${numbers.join('')}`;
}

/** A tool without tests of its own counts as one. */
async function check(bin: string, parameters: string[]): Promise<Counts> {
  const script = join(projectFolder, 'node_modules', bin);
  const { code, output } = await runToEnd(
    process.execPath,
    [script, ...parameters],
    SUITE_LIMIT_IN_MS,
  );
  if (code === 0) return PASSED;
  console.log(output);
  return FAILED;
}

async function build(): Promise<Counts> {
  try {
    buildIfChanged();
    return PASSED;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.log(error.message);
    return FAILED;
  }
}

async function nodeTests(folder: string): Promise<Counts> {
  const { code, output } = await runToEnd(
    process.execPath,
    [
      '--test',
      '--test-concurrency=2',
      '--test-timeout=120000',
      `--test-reporter=${join(import.meta.dirname, 'test-reporter.ts')}`,
      '--test-reporter-destination=stdout',
      `test/${folder}/**/*.test.ts`,
    ],
    SUITE_LIMIT_IN_MS,
  );
  const lines = output.split('\n');
  const counts = lines.findLast((line) => line.startsWith(COUNTS_MARK));
  console.log(
    lines
      .filter((line) => line !== counts)
      .join('\n')
      .trim(),
  );
  const read = JSON.parse(counts?.slice(COUNTS_MARK.length) ?? '{}') as Record<string, number>;
  const { passed = 0, failed = 0, cancelled = 0, skipped = 0, todo = 0 } = read;
  return atLeastOne({ passed, failed: failed + cancelled, skipped: skipped + todo }, code);
}

async function windowTests(): Promise<Counts> {
  const results = join(projectFolder, 'test-results');
  mkdirSync(results, { recursive: true });
  const report = join(results, 'e2e.json');
  rmSync(report, { force: true });
  const script = join(projectFolder, 'node_modules/@playwright/test/cli.js');
  const { code } = await runToEnd(process.execPath, [script, 'test'], SUITE_LIMIT_IN_MS, {
    shows: true,
  });
  const stats = readStats(report);
  if (stats === undefined) return FAILED;
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  // What passed only the second time is told, and is to be looked into.
  if (flaky > 0) console.log(`e2e: ${flaky} passed only when tried again`);
  return atLeastOne({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

function readStats(report: string): Record<string, number> | undefined {
  try {
    return (JSON.parse(readFileSync(report, 'utf8')) as { stats: Record<string, number> }).stats;
  } catch {
    return undefined;
  }
}

/** A suite in which nothing ran, or that ended badly without naming a failed test, has failed. */
function atLeastOne(counts: Counts, code: number | null): Counts {
  if (counts.failed > 0 || (counts.passed > 0 && code === 0)) return counts;
  console.log(
    counts.passed === 0 ? 'No test ran.' : `All tests passed, yet the run ended with ${code}.`,
  );
  return { ...counts, failed: 1 };
}
