import { createSocket, type Socket } from 'node:dgram';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Answer } from '../../shared/contract/index.ts';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts';
import { takeSeat, type Seat } from './pages/seat.ts';

// What a script could do that somehow got into the window: nothing that leaves it, and nothing outside what the person chose.
type Bridge = { jianzhi: { call(message: unknown): Promise<Answer> } };

let folder: string;
let seat: Seat;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-hostile-'));
  seat = await takeSeat();
  await answerOpenDialog(seat.electron, [join(folder, 'workspace')]);
  await call('window.chooseFolder', { title: '' });
  const created = await call('workspace.create', {
    folder: join(folder, 'workspace'),
    kind: 'contact-point',
    name: '云汀市人民检察院',
    passphrase: '四月新茶-两担-2026',
    acceptsNoStateSecrets: true,
  });
  expect(created.ok).toBe(true);
});
test.afterAll(async () => {
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

function call(name: string, input: unknown): Promise<Answer> {
  return seat.window.evaluate((message) => (window as unknown as Bridge).jianzhi.call(message), {
    name,
    input,
  });
}

async function codeOf(name: string, input: unknown): Promise<string> {
  const answer = await call(name, input);
  return answer.ok ? 'ok' : answer.failure.code;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

test('nothing of the window reaches the network, WebRTC and hints included', async () => {
  const heard: string[] = [];
  const tcp = createServer((socket) => {
    heard.push('tcp');
    socket.on('error', () => undefined);
  });
  const udp: Socket = createSocket('udp4').on('message', () => heard.push('udp'));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const ways = await seat.window.evaluate(
    async ({ tcpPort, udpPort }) => {
      const host = `127.0.0.1:${tcpPort}`;
      for (const rel of [
        'preconnect',
        'dns-prefetch',
        'prefetch',
        'prerender',
        'icon',
        'manifest',
        'stylesheet',
      ]) {
        const link = document.createElement('link');
        Object.assign(link, { rel, href: `http://${host}/` });
        document.head.append(link);
      }
      for (const tag of ['img', 'script', 'iframe', 'embed', 'video', 'audio']) {
        const element = document.createElement(tag);
        element.setAttribute('src', `http://${host}/`);
        document.body.append(element);
      }
      navigator.sendBeacon(`http://${host}/`, 'x');
      const worked: string[] = [];
      const attempts: Record<string, () => unknown> = {
        fetch: () => fetch(`http://${host}/`),
        socket: () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`ws://${host}/`);
            socket.addEventListener('open', resolve);
            socket.addEventListener('error', reject);
          }),
        module: () => import(`http://${host}/x.js`),
        data: () => import(`data:text/javascript,${'0'}`),
        inline: () => {
          const script = document.createElement('script');
          script.textContent = 'globalThis.ranInline = true';
          document.head.append(script);
          if (!('ranInline' in globalThis)) throw new Error('refused');
        },
        worker: () => new Worker(URL.createObjectURL(new Blob(['0']))),
        open: () => {
          if (window.open(`http://${host}/`) === null) throw new Error('refused');
        },
      };
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt();
          worked.push(name);
        } catch {
          // As it should be.
        }
      }
      const secret = { username: 'secret', credential: 'x' };
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udpPort}` },
          { urls: `turn:${host}?transport=tcp`, ...secret },
          { urls: `turn:127.0.0.1:${udpPort}?transport=udp`, ...secret },
        ],
      });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 2500));
      peer.close();
      return worked;
    },
    { tcpPort: portOf(tcp), udpPort: udp.address().port },
  );
  tcp.close();
  udp.close();
  expect({ ways, heard }).toEqual({ ways: [], heard: [] });
});

test('what a page stores is kept in memory and is gone with the program', async () => {
  const userData = join(folder, 'profile');
  const stored = (page: Seat) => page.window.evaluate(() => localStorage.getItem('kept'));
  const before = await takeSeat({ userData });
  await before.window.evaluate(() => localStorage.setItem('kept', '林某'));
  expect(await stored(before)).toBe('林某');
  await before.close();
  const after = await takeSeat({ userData });
  const left = await stored(after);
  await after.close();
  expect(left).toBeNull();
});

test('no address of the scheme leads out of the window’s folder', async () => {
  const ran = await seat.window.evaluate(
    async (addresses) => {
      const loaded: string[] = [];
      for (const address of addresses) {
        const script = document.createElement('script');
        const isLoaded = new Promise<boolean>((resolve) => {
          script.addEventListener('load', () => resolve(true));
          script.addEventListener('error', () => resolve(false));
        });
        script.src = address;
        document.head.append(script);
        if (await isLoaded) loaded.push(address);
      }
      return loaded;
    },
    [
      'app://jianzhi/../preload/index.cjs',
      'app://jianzhi/..%2fpreload%2findex.cjs',
      'app://jianzhi/%2e%2e/%2e%2e/package.json',
      'app://jianzhi/..%5c..%5cpackage.json',
      'app://jianzhi//etc/passwd',
      'app://jianzhi/%00',
      'app://jianzhi/%zz',
      'app://other/index.html',
      'file:///etc/passwd',
    ],
  );
  expect(ran).toEqual([]);
});

test('the window shows its own page or nothing', async () => {
  for (const address of [
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://other/',
    'chrome://gpu',
    'about:blank',
  ]) {
    await seat.window.evaluate((target) => void (location.href = target), address);
    await seat.window.waitForTimeout(200);
    await expect.poll(() => seat.window.url(), { message: address }).toBe('app://jianzhi/');
  }
  expect(seat.electron.windows()).toHaveLength(1);
  await expect.poll(() => codeOf('workspace.status', {}).catch(() => 'loading')).toBe('ok');
});

test('no operation takes a place that was not chosen, however it is spelt', async () => {
  const chosen = join(folder, 'chosen');
  mkdirSync(chosen);
  mkdirSync(join(folder, 'other', 'deep'), { recursive: true });
  for (const place of ['chosen', 'other'])
    writeFileSync(join(folder, place, 'a.txt'), '某案\n基本案情\n正文');
  symlinkSync(join(folder, 'other', 'deep'), join(chosen, 'link'));
  const file = join(chosen, 'a.txt');
  await answerOpenDialog(seat.electron, [file]);
  await call('window.chooseFiles', { title: '', extensions: ['txt'] });
  const wrong = [
    `${chosen}/link/../a.txt`,
    `${chosen}/./a.txt`,
    `${chosen}/A.TXT`,
    `${file}/`,
    `${file}\0`,
    chosen,
    '/etc/passwd',
    null,
    [file],
    { 0: file },
  ];
  for (const place of wrong) {
    expect(await codeOf('records.import', { kind: 'precedent', paths: [place] })).toBe(
      'path-not-chosen',
    );
    for (const name of [
      'packs.verify',
      'points.readCard',
      'points.saveOwnCard',
      'window.showFile',
    ]) {
      // A lone list or object is no place either; what is wrong with it first is all the same.
      expect(await codeOf(name, { file: place }), name).toMatch(
        /^(?:path-not-chosen|input-invalid)$/,
      );
    }
    expect(await codeOf('workspace.open', { folder: place, passphrase: 'x' })).toMatch(
      /^(?:path-not-chosen|input-invalid)$/,
    );
  }
  expect(await codeOf('records.import', { kind: 'precedent', paths: [file] })).toBe('ok');
});

test('the secret key cannot be written by a window, not even to a chosen place', async () => {
  const file = join(folder, 'key.txt');
  await answerSaveDialog(seat.electron, file);
  await call('window.chooseNewFile', { title: '', name: 'key.txt', extension: 'txt' });
  expect(await codeOf('points.writeAgeIdentity', { file })).toBe('operation-unknown');
  expect(existsSync(file)).toBe(false);
});

test('odd, polluting and enormous messages get an answer, and the app goes on', async () => {
  const codes = await seat.window.evaluate(async () => {
    const long = 'x'.repeat(50_000_000);
    const id = '018f0000-0000-7000-8000-000000000000';
    const ring: Record<string, unknown> = {};
    ring['ring'] = ring;
    const saved = { id, saves: 1, title: 'x', keywords: [], caseNumbers: [], document: ring };
    const polluting: unknown = JSON.parse(
      '{"theme":"light","lastFolder":"/etc","__proto__":{"lastFolder":"/etc","polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    const messages: unknown[] = [
      undefined,
      7,
      [],
      { name: 7 },
      { name: '__proto__', input: {} },
      { name: 'records.list', input: {}, extra: 1 },
      { name: 'records.list', input: { limit: Number.NaN, offset: -1 } },
      { name: 'records.save', input: saved },
      { name: long, input: {} },
      { name: 'search.find', input: { query: long } },
      { name: 'records.create', input: { kind: 'typical-case', title: long } },
      { name: 'records.trash', input: { ids: Array.from({ length: 300_000 }, () => 'x') } },
      { name: 'window.setPreferences', input: polluting },
    ];
    const found: string[] = [];
    for (const message of messages) {
      const answer = await (window as unknown as Bridge).jianzhi.call(message);
      found.push(answer.ok ? 'ok' : answer.failure.code);
    }
    return found;
  });
  expect(codes).toEqual([
    'input-invalid',
    'input-invalid',
    'input-invalid',
    'input-invalid',
    'operation-unknown',
    'input-invalid',
    'input-invalid',
    'document-invalid',
    'input-invalid',
    'input-invalid',
    'input-invalid',
    'input-invalid',
    'ok',
  ]);
  expect(await seat.electron.evaluate(() => 'polluted' in {})).toBe(false);
  const start = await call('window.start', {});
  expect(JSON.stringify(start)).not.toContain('/etc');
  const answered = await seat.window.evaluate(async () => {
    const counts = Array.from({ length: 5000 }, () =>
      (window as unknown as Bridge).jianzhi.call({ name: 'records.counts', input: {} }),
    );
    return (await Promise.all(counts)).filter((answer) => answer.ok).length;
  });
  expect(answered).toBe(5000);
});
