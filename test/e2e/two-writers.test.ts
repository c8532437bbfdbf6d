import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sectionText } from '../../shared/document/tree.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import type { Launch } from '../../scripts/launch.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { PASSPHRASE, setUpDesk, unlock, type Desk } from './pages/writing.ts';

// Two writers of one record: nobody's text is written over in silence.

let desk: Desk;
let app: RunningApp;

test.beforeEach(async () => {
  desk = setUpDesk();
  app = await desk.open();
  await app.window.locator('[data-section="facts"] p').first().click();
});
test.afterEach(async () => {
  await app.close();
  desk.cleanUp();
});

const factsOf = (record: FullRecord) => {
  const section = record.document.sections.find(({ id }) => id === 'facts');
  return section === undefined ? '' : sectionText(section).trim();
};
const facts = () => app.window.locator('[data-section="facts"] .editor-section-body');
const saveState = () => app.window.getByTestId('save-state');

/** Another writer behind the same store stores the case with this as its facts, as a second window would. */
async function writeElsewhere(text: string): Promise<void> {
  await app.window.evaluate(async (text) => {
    type Answer = { ok: boolean; value: Record<string, unknown> };
    const jianzhi = (window as unknown as { jianzhi: { call(call: object): Promise<Answer> } })
      .jianzhi;
    const list = await jianzhi.call({ name: 'records.list', input: { limit: 1 } });
    const [{ id }] = list.value['items'] as [{ id: string }];
    const { value } = await jianzhi.call({ name: 'records.get', input: { id } });
    const { saves, title, keywords, caseNumbers, document } = value;
    const sections = (document as { sections: { id: string; blocks: object[] }[] }).sections.map(
      (section) =>
        section.id === 'facts'
          ? {
              ...section,
              blocks: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
            }
          : section,
    );
    const input = {
      id,
      saves,
      title,
      keywords,
      caseNumbers,
      document: { ...(document as object), sections },
    };
    const saved = await jianzhi.call({ name: 'records.save', input });
    if (!saved.ok) throw new Error(JSON.stringify(saved));
  }, text);
}

test('what another window stored is not written over until the person says so', async () => {
  const { window } = app;
  await writeElsewhere('别处写的。');
  await window.keyboard.insertText('这里写的。');
  await expect(window.getByRole('alert')).toContainText('在别处已有更新的版本');
  await window.keyboard.insertText('接着写。');
  await expect(facts()).toHaveText('这里写的。接着写。');
  await expect(saveState()).toHaveText('没有保存');
  await window.getByRole('button', { name: '以我的修改为准' }).click();
  await expect(window.getByRole('alert')).toBeHidden();
  await expect(saveState()).toContainText('已保存');
  await app.close();
  expect(factsOf(desk.stored())).toBe('这里写的。接着写。');
});

test('whoever takes the newer version writes on in it, and closing asks nothing', async () => {
  const { window } = app;
  await writeElsewhere('别处写的。');
  await window.keyboard.insertText('这里写的。');
  await window.getByRole('button', { name: '放弃我的修改，读取新版本' }).click();
  await expect(facts()).toHaveText('别处写的。');
  await expect(window.getByRole('alert')).toBeHidden();
  await facts().locator('p').first().click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('补充。');
  await expect(saveState()).toContainText('已保存');
  await app.close();
  expect(factsOf(desk.stored())).toBe('别处写的。补充。');
});

test('starting the app a second time shows the window that is there, and opens no other', async () => {
  const { executable, args, env } = JSON.parse(process.env['JIANZHI_LAUNCH'] ?? '') as Launch;
  await app.window.keyboard.insertText('还没有存。');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(executable, [...args, `--user-data-dir=${app.userData}`, '--disable-gpu'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  const windows = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
  );
  expect(windows).toEqual([false]);
  await app.close();
  expect(factsOf(desk.stored())).toBe('还没有存。');
});

test('an app of somebody else on the same workspace stays outside and says why; the first writes on', async () => {
  const userData = join(desk.folder, '../../', `second-${process.pid}`);
  mkdirSync(userData, { recursive: true });
  writeFileSync(
    join(userData, 'preferences.json'),
    JSON.stringify({
      language: 'zh-CN',
      theme: 'light',
      opensWith: 'records',
      lastFolder: desk.folder,
    }),
  );
  const second = await launchApp({ userData });
  try {
    await app.window.keyboard.insertText('第一个窗口。');
    await unlock(second.window);
    await expect(second.window.getByRole('alert')).toContainText('正被另一个程序窗口打开');
    await app.window.keyboard.insertText('还在写。');
    await expect(saveState()).toContainText('已保存');
    await app.close();
    await unlock(second.window);
    await second.window.getByTestId('workspace-name').waitFor();
  } finally {
    await second.close();
    rmSync(userData, { recursive: true, force: true });
  }
  expect(factsOf(desk.stored())).toBe('第一个窗口。还在写。');
});

test('the command line does not write behind an open window, and does when it is locked', async () => {
  const file = join(desk.folder, '../brief.txt');
  writeFileSync(file, '关于岑岭茶叶商标保护的信息\n\n云汀市人民检察院调研了茶叶市场。\n');
  const importIt = () =>
    spawnSync(
      process.execPath,
      [
        'electron/cli/index.ts',
        'import',
        '--workspace',
        desk.folder,
        '--json',
        '--as',
        'information-brief',
        file,
      ],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], JIANZHI_PASSPHRASE: PASSPHRASE } },
    );
  await app.window.keyboard.insertText('正在写。');
  const refused = importIt();
  expect(refused.status).toBe(1);
  expect(refused.stderr.split('\n')[0]).toBe('workspace-in-use');
  await expect(saveState()).toContainText('已保存');
  await app.window.keyboard.press('Control+l');
  await app.window.locator('input[type="password"]').waitFor();
  const done = importIt();
  expect(done.stderr).toBe('');
  expect(JSON.parse(done.stdout)).toMatchObject({ imported: 1 });
  await unlock(app.window);
  await expect(app.window.getByText('关于岑岭茶叶商标保护的信息').first()).toBeVisible();
  await app.close();
});
