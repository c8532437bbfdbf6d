import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { asOrdinaryUser, type OrdinaryUser } from '../support/ordinary-user.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace } from './pages/workspace.ts';
import { processesOf } from './pages/writing.ts';

let folder: string;
let user: OrdinaryUser;
let seat: Seat;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-sandbox-'));
  user = await asOrdinaryUser(folder);
  seat = await takeSeat({
    launch: user.launch,
    userData: user.userData,
    hasSandbox: true,
  });
});
test.afterAll(async () => {
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

const processes = () => processesOf(seat.electron.process().pid ?? -1);
const statusOf = (id: number, field: string) =>
  new RegExp(`^${field}:\\s+(\\S+)`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];

test('the window of an ordinary user runs inside Chromium’s sandbox', () => {
  const renderers = processes().filter(({ command }) => command.includes('--type=renderer'));
  expect(renderers.length).toBeGreaterThan(0);
  for (const { id } of renderers) {
    expect(statusOf(id, 'Seccomp')).toBe('2');
    expect(statusOf(id, 'NoNewPrivs')).toBe('1');
    expect(statusOf(id, 'Uid')).toBe(String(user.id));
  }
  for (const { command } of processes()) expect(command).not.toContain('--no-sandbox');
});

test('the window has no Node, and of the application only two functions', async () => {
  const found = await seat.window.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>;
    return {
      node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in world),
      surface: Object.keys(world['jianzhi'] as object),
    };
  });
  expect(found).toEqual({ node: [], surface: ['call', 'on'] });
});

for (const address of [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'app://jianzhi/index.html',
  'data:,x',
]) {
  test(`a request to ${address} is refused by the content security policy`, async () => {
    const refused = await seat.window.evaluate(
      (target) =>
        new Promise<{ directive: string; error: string }>((resolve) => {
          let directive = '';
          addEventListener(
            'securitypolicyviolation',
            (event) => (directive = event.effectiveDirective),
            { once: true },
          );
          fetch(target).then(
            () => resolve({ directive, error: 'none' }),
            (error: unknown) => setTimeout(() => resolve({ directive, error: String(error) }), 50),
          );
        }),
      address,
    );
    expect(refused).toEqual({ directive: 'connect-src', error: 'TypeError: Failed to fetch' });
  });
}

test('inside the sandbox the whole way works: a workspace is created, by the ordinary user', async () => {
  const name = '云汀市人民检察院';
  const workspace = join(user.home, 'workspace');
  await createWorkspace(seat, { folder: workspace, name, passphrase: '四月新茶-两担-2026' });
  await expect(seat.window.getByTestId('workspace-name')).toHaveText(name);
});
