import { spawn } from 'node:child_process';
import { projectFolder } from './project.ts';

/**
 * Runs a program in the project and answers its exit code (null: ended by a signal or after `limitInMs`) and what it
 * said; `shows` lets it speak to the terminal itself.
 */
export async function runToEnd(
  command: string,
  parameters: string[],
  limitInMs: number,
  { shows = false } = {},
): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, parameters, {
    cwd: projectFolder,
    stdio: ['ignore', shows ? 'inherit' : 'pipe', shows ? 'inherit' : 'pipe'],
    // A group of its own, so that what it started ends with it.
    detached: process.platform !== 'win32',
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const end = () => endGroup(child.pid);
  process.once('exit', end);
  const timer = setTimeout(() => {
    output += `\nEnded after ${limitInMs / 60_000} minutes.\n`;
    end();
  }, limitInMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  process.off('exit', end);
  return { code, output };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
