import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { one, UsageError, type Arguments } from './arguments.ts';

/** The passphrase that a new profile is to have: `--new-passphrase-fd N`, `JIANZHI_NEW_PASSPHRASE`, or asked for. */
export async function readNewPassphrase(args: Arguments): Promise<string> {
  const descriptor = one(args, 'new-passphrase-fd');
  if (descriptor !== undefined) return readFromDescriptor(descriptor);
  return (
    process.env['JIANZHI_NEW_PASSPHRASE'] ??
    askQuietly('新人员的口令 / Passphrase of the new profile: ')
  );
}

/** The passphrase, from `--passphrase-fd N`, from `JIANZHI_PASSPHRASE` (meant for tests), or asked for without echo. */
export async function readPassphrase(args: Arguments): Promise<string> {
  const descriptor = one(args, 'passphrase-fd');
  if (descriptor !== undefined) return readFromDescriptor(descriptor);
  const fromEnvironment = process.env['JIANZHI_PASSPHRASE'];
  if (fromEnvironment !== undefined) return fromEnvironment;
  return askQuietly();
}

function readFromDescriptor(descriptor: string): string {
  if (!/^\d{1,4}$/.test(descriptor)) throw new UsageError('--passphrase-fd needs a number');
  try {
    return readFileSync(Number(descriptor), 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new UsageError(`nothing can be read from descriptor ${descriptor}`);
  }
}

async function askQuietly(question = '口令 / Passphrase: '): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new UsageError('no passphrase: use --passphrase-fd N, or run in a terminal');
  }
  // What is typed is swallowed; the question goes to stderr so that stdout stays machine-readable.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const passphrase = await terminal.question('');
  terminal.close();
  process.stderr.write('\n');
  return passphrase;
}
