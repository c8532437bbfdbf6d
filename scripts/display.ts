import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { stop } from './project.ts';

export type Display = { env: Record<string, string>; close(): void };

export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** The display there is, or a virtual one of our own that is gone after `close`. */
export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: {}, close: () => undefined };
  // Xvfb itself picks a free number and tells it on descriptor 3: two runs at once never meet.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once')));
    (server.stdio[3] as Readable).once('data', (data: Buffer) => resolve(String(data).trim()));
  }).catch((error: unknown) =>
    stop(
      `There is no display, and Xvfb could not be started (${String(error)}). On Debian: apt-get install xvfb`,
      `没有显示器，且无法启动 Xvfb（${String(error)}）。Debian 系统请执行：apt-get install xvfb`,
    ),
  );
  const close = () => {
    process.off('exit', close);
    server.kill();
  };
  process.on('exit', close);
  server.unref();
  (server.stdio[3] as Readable & { unref?(): void }).unref?.();
  return { env: { DISPLAY: `:${number}` }, close };
}
