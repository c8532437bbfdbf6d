// `npm run test:long`: the seeded tests of the suites with many more rounds, for a night or before a release.
import { runToEnd } from './run-to-end.ts';

/** Rounds by environment variable; each test that reads one says what a round is. */
const rounds = {
  JIANZHI_MUTATIONS: '600',
  JIANZHI_HOSTILE: '10000',
  JIANZHI_TRIALS: '200',
  JIANZHI_TRIAL: '80x31x24',
  JIANZHI_RUNS: '50000',
  JIANZHI_KILLS: '200',
  JIANZHI_INPUT_METHOD: 'all',
  JIANZHI_SCAN_UNITS: '1000000',
};
const files = [
  'test/store/packs/mutations.test.ts',
  'test/store/packs/hostile.test.ts',
  'test/store/trial.test.ts',
  'test/store/workspace/damage.test.ts',
  'test/unit/templates/recognise-record.test.ts',
  'test/unit/text/scan/scan-text.test.ts',
  'test/unit/text/scan/slowness.test.ts',
];
/** Those that need a window, the built app and a display. */
const windowFiles = [
  'test/e2e/robot.test.ts',
  'test/e2e/input-method.test.ts',
  'test/e2e/input-method-fields.test.ts',
  'test/e2e/input-method-dialogs.test.ts',
  'test/e2e/input-method-desk.test.ts',
  'test/e2e/input-method-guidance.test.ts',
  'test/e2e/input-method-places.test.ts',
];
const LIMIT_IN_MS = 60 * 60_000;

Object.assign(process.env, rounds);
console.log(`${new Date().toISOString()} ${JSON.stringify(rounds)}`);
const { code } = await runToEnd(process.execPath, ['--test', ...files], LIMIT_IN_MS, {
  shows: true,
});
const windows = await runToEnd('playwright', ['test', ...windowFiles], LIMIT_IN_MS, {
  shows: true,
});
process.exitCode = code === 0 ? (windows.code ?? 1) : (code ?? 1);
