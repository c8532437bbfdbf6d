import { resolve } from 'node:path';
import { Failure } from '../../shared/errors.ts';
import { failureText, wordsOf } from '../../shared/i18n/index.ts';
import {
  has,
  one,
  parseArguments,
  required,
  UsageError,
  type Arguments,
  type OptionShape,
} from './arguments.ts';
import { createCaller } from './caller.ts';
import { commands, type Command } from './commands.ts';
import { readPassphrase } from './passphrase.ts';

/**
 * `npm run -s cli -- <command> --workspace DIR [--json] …`. Results go to stdout (with `--json`, one JSON value and nothing
 * else); everything else goes to stderr. A refusal writes its code on the first line of stderr and exits with 1, a mistake in
 * the command line with 2, Ctrl+C with 130.
 */
const COMMON: Readonly<Record<string, OptionShape>> = {
  workspace: 'one',
  as: 'one',
  profile: 'one',
  'passphrase-fd': 'one',
  'accept-folder-risk': 'flag',
  json: 'flag',
};

function usage(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}`);
  return [
    'npm run -s cli -- <command> --workspace DIR [--as PROFILE] [--passphrase-fd N] [--json]',
    ...lines,
  ].join('\n');
}

async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`unknown command ${name}\n${usage()}`);
  const args = parseArguments(rest, { ...COMMON, ...command.options });
  const folder = command.needsNoWorkspace === true ? '' : resolve(required(args, 'workspace'));
  const caller = createCaller(progressLine());
  process.once('SIGINT', () => caller.cancel());
  // Once: a pipe gives it only once, and who changes keys proves it again.
  let read: Promise<string> | undefined;
  const passphrase = () => (read ??= readPassphrase(args));
  try {
    if (command.needsOpenWorkspace) {
      await caller.call('workspace.open', {
        folder,
        passphrase: await passphrase(),
        profile: profileOf(args, command),
        acceptsFolderRisk: has(args, 'accept-folder-risk'),
      });
    }
    const result = await command.run(caller, args, passphrase);
    process.stdout.write(`${JSON.stringify(result, null, has(args, 'json') ? 0 : 2)}\n`);
    return 0;
  } finally {
    caller.close();
  }
}

/** Who opens it. `--as` of the import says what the files are, so that `--profile` says it there. */
function profileOf(args: Arguments, command: Command): string | undefined {
  return (
    one(args, 'profile') ?? (Object.hasOwn(command.options, 'as') ? undefined : one(args, 'as'))
  );
}

/** Progress for a person at a terminal; a script sees none. */
function progressLine():
  | ((progress: { done: number; total: number; phase: string }) => void)
  | undefined {
  if (!process.stderr.isTTY) return undefined;
  return ({ done, total, phase }) => process.stderr.write(`\r${phase} ${done}/${total}   `);
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`usage\n${error.message}\n`);
    return 2;
  }
  if (error instanceof Failure) {
    const sentences = (['zh-CN', 'en'] as const).map((language) => {
      const { what, next } = failureText(wordsOf(language), error);
      return `${what} ${next}\n`;
    });
    process.stderr.write(`${error.code}\n${sentences.join('')}`);
    return error.code === 'cancelled' ? 130 : 1;
  }
  process.stderr.write('internal\n');
  throw error;
}

// A reader that has gone (`… | head`) or a full disk: the work is done and the workspace is closed when this is told.
process.stdout.on('error', () => process.exit(1));

process.exitCode = await main(process.argv.slice(2)).catch(explain);
