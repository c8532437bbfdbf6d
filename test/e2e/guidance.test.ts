import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts';
import { goTo } from './pages/navigation.ts';
import { exportPack } from './pages/packs.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';
import { unlockWorkspace } from './pages/workspace.ts';
import { PASSPHRASE } from './pages/writing.ts';

// One story: each goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

const CALL = '关于征集地理标志保护典型案例的通知';
const NOTICE = '关于规范典型案例报送工作的通知';
const ANSWER = '岑岭茶叶地理标志案';
const point = '云汀市人民检察院';
let folder: string;
let seat: Seat;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-guidance-'));
  const child = join(import.meta.dirname, '../support/guidance-child.ts');
  const made = spawnSync(process.execPath, [child, folder], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (made.status !== 0) throw new Error(made.stderr);
});
test.afterAll(async () => {
  await leave();
  rmSync(folder, { recursive: true, force: true });
});
async function leave(): Promise<void> {
  expect(await seat.complaints()).toEqual([]);
  await seat.close();
}

async function sitDownAt(place: 'desk' | 'point'): Promise<void> {
  seat = await takeSeat({ size: { width: 1280, height: 800 } });
  await answerOpenDialog(seat.electron, [join(folder, place)]);
  await seat.window.getByRole('button', { name: seat.words.workspace.open }).click();
  await unlockWorkspace(seat, PASSPHRASE);
}

async function takeIn(file: string): Promise<void> {
  const { window, electron, words } = seat;
  await goTo(seat, words.inbox.title);
  await answerOpenDialog(electron, [file]);
  await window.getByRole('button', { name: words.inbox.chooseFiles, exact: true }).click();
  const item = window
    .getByRole('list', { name: words.inbox.arrivals })
    .getByRole('listitem')
    .first();
  await item.getByRole('button', { name: words.inbox.accept, exact: true }).click();
  await expect(item).toContainText(words.inbox.takenState);
}

async function expectAccessible(): Promise<void> {
  await seat.window.waitForTimeout(200);
  const { violations } = await new AxeBuilder({ page: seat.window }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join() ?? ''}`)).toEqual([]);
}

/** Opens the call from the first page; above its text stand its days and this. */
async function expectCallLine(done: string): Promise<void> {
  const { window, words } = seat;
  const { guidance, records } = words;
  await goTo(seat, guidance.home);
  await window
    .getByRole('region', { name: guidance.callsHere })
    .getByRole('listitem', { name: CALL })
    .getByRole('button', { name: CALL })
    .click();
  await expect(window.getByRole('textbox', { name: records.title })).toHaveValue(CALL);
  const line = window.getByRole('main').getByRole('group', { name: guidance.callState });
  await expect(line).toContainText(/还有 (29|30) 天/u);
  await expect(line).toContainText(done);
  await expect(line.getByRole('button', { name: guidance.writeFor })).toBeVisible();
  await expectAccessible();
}

test('the desk sends a call and a notice to all, by keyboard, and the file is read back', async () => {
  await sitDownAt('desk');
  const { window, electron, words } = seat;
  const { app, guidance, packs, preflight } = words;
  await goTo(seat, guidance.title);
  await expect(window.getByRole('main')).toContainText(guidance.notSent);
  await expectAccessible();
  await window.getByRole('main').getByRole('button', { name: guidance.send }).focus();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: guidance.sendTitle });
  const next = dialog.getByRole('button', { name: app.next });
  await dialog.getByRole('option').filter({ hasText: CALL }).click();
  await dialog.getByRole('option').filter({ hasText: NOTICE }).click();
  await next.click();
  await expect(dialog.getByLabel(guidance.allRecipients('2'))).toBeChecked();
  await dialog.getByLabel(guidance.note).fill('请各院组织报送。');
  await expectAccessible();
  await next.click();
  await dialog.getByRole('region', { name: preflight.title }).getByRole('status').waitFor();
  await expect(next).toBeEnabled();
  await next.click();
  await dialog.getByRole('region', { name: preflight.preview }).last().waitFor();
  await next.click();
  const file = join(folder, '指导.jzpack');
  await answerSaveDialog(electron, file);
  await dialog.getByRole('button', { name: packs.chooseFile }).click();
  await expect(dialog).toContainText('请各院组织报送。');
  await expect(dialog).toContainText(point);
  await dialog.getByRole('button', { name: packs.exportNow }).click();
  const done = window.getByRole('dialog', { name: packs.done });
  await expect(done.getByTestId('pack-file')).toHaveText(file, { timeout: 30_000 });
  await expect(done).toContainText(`${point}、临溪县人民检察院`);
  await done.getByRole('button', { name: app.close, exact: true }).last().click();
  await expect(window.getByRole('main')).toContainText(guidance.sentCount('2'));
  await leave();
});

test('the contact point sees the call with its days on the first page, and what is new', async () => {
  await sitDownAt('point');
  const { window, words } = seat;
  const { guidance } = words;
  await takeIn(join(folder, '指导.jzpack'));
  await goTo(seat, guidance.home);
  const calls = window.getByRole('region', { name: guidance.callsHere });
  await expect(calls.getByRole('listitem', { name: CALL })).toContainText(/还有 (29|30) 天/u);
  const news = window.getByRole('region', { name: guidance.whatIsNew });
  await expect(news.getByRole('listitem')).toHaveCount(2);
  await expect(
    window
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${guidance.home}`, 'u') }),
  ).toHaveText(`${guidance.home}2`);
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(seat, theme);
    await goTo(seat, guidance.home);
    await expectAccessible();
  }
  await news.getByRole('button', { name: NOTICE }).click();
  await expect(window.getByRole('textbox', { name: words.records.title })).toHaveValue(NOTICE);
  await goTo(seat, guidance.home);
  await expect(news.getByRole('listitem')).toHaveCount(1);
});

test('a record is written for the call, counted there, and submitted', async () => {
  const { window, words } = seat;
  const { fieldNames, guidance, kinds, records } = words;
  await expectCallLine(guidance.noneWritten);
  await goTo(seat, guidance.home);
  const here = window
    .getByRole('region', { name: guidance.callsHere })
    .getByRole('listitem', { name: CALL });
  await here.getByRole('button', { name: guidance.writeFor }).click();
  const dialog = window.getByRole('dialog', { name: guidance.writeForCall(CALL) });
  await expect(dialog.getByRole('radio')).toHaveCount(2);
  await expect(dialog.getByRole('radio', { name: kinds['typical-case'] })).toBeChecked();
  await dialog.getByLabel(records.title).fill(ANSWER);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: records.title })).toHaveValue(ANSWER);
  await window.getByRole('button', { name: words.app.showInspector }).click();
  await expect(window.getByRole('combobox', { name: fieldNames.call })).toHaveValue(CALL);
  await expectCallLine(guidance.written('1'));
  await exportPack(seat, {
    titles: [ANSWER],
    office: '知识产权检察办公室',
    file: join(folder, '报送.jzpack'),
  });
  await expectCallLine(guidance.submitted('1', ''));
  await goTo(seat, guidance.home);
  await expect(here).toContainText(guidance.submitted('1', ''));
  await here.getByRole('button', { name: guidance.written('1') }).click();
  await expect(window.getByRole('option')).toHaveCount(1);
  await expect(window.getByRole('option')).toContainText(ANSWER);
  await leave();
});

test('the desk counts what came for its call, and names who has not answered', async () => {
  await sitDownAt('desk');
  const { window, words } = seat;
  const { guidance } = words;
  await takeIn(join(folder, '报送.jzpack'));
  await goTo(seat, guidance.title);
  await window.getByRole('button', { name: guidance.showAnswers }).click();
  const answers = window.getByRole('region', { name: guidance.answersOf(CALL) });
  await expect(answers).toContainText(`${guidance.silent}（1）`);
  await expect(answers).toContainText('临溪县人民检察院');
  await expectAccessible();
  await window.getByRole('button', { name: guidance.cameCount('1', '1') }).click();
  await expect(window.getByRole('option')).toHaveCount(1);
  await expect(window.getByRole('option')).toContainText(ANSWER);
});

test('from a received record the desk sends guidance about it, to its office alone', async () => {
  const { window, electron, words } = seat;
  const { app, guidance, packs } = words;
  await window.getByRole('option').click();
  await window.getByRole('button', { name: app.showInspector }).click();
  const about = window.getByRole('region', { name: guidance.about });
  await about.getByRole('button', { name: guidance.guideAbout }).focus();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: guidance.sendTitle });
  const next = dialog.getByRole('button', { name: app.next });
  await next.click();
  await expect(dialog).toContainText(guidance.regardingOnly(point));
  const chosen = dialog.getByRole('checkbox', { name: `${ANSWER} · ${point}` });
  await expect(chosen).toBeChecked();
  await chosen.click();
  await expect(dialog.getByLabel(guidance.allRecipients('2'))).toBeChecked();
  await dialog.getByRole('textbox', { name: guidance.findRegarding }).fill('岑岭');
  await chosen.click();
  await expect(dialog).toContainText(guidance.regardingOnly(point));
  await dialog.getByLabel(guidance.note).fill('请补充鉴定意见。');
  await expectAccessible();
  await next.click();
  const file = join(folder, '针对材料的指导.jzpack');
  await answerSaveDialog(electron, file);
  await dialog.getByRole('button', { name: packs.chooseFile }).click();
  await expect(dialog).toContainText(ANSWER);
  await expect(dialog).not.toContainText('临溪县人民检察院');
  await dialog.getByRole('button', { name: packs.exportNow }).click();
  const done = window.getByRole('dialog', { name: packs.done });
  await expect(done.getByTestId('pack-file')).toHaveText(file, { timeout: 30_000 });
  await done.getByRole('button', { name: app.close, exact: true }).last().click();
  await expect(about).toContainText(guidance.sentAbout(point, 2));
  await expect(about).toContainText('请补充鉴定意见。');
  await leave();
});

test('the contact point finds the guidance at its own record', async () => {
  await sitDownAt('point');
  const { window, words } = seat;
  const { app, guidance, records } = words;
  await takeIn(join(folder, '针对材料的指导.jzpack'));
  await goTo(seat, records.all);
  await window.getByRole('option').filter({ hasText: ANSWER }).click();
  const about = window.getByRole('region', { name: guidance.about });
  const show = window.getByRole('button', { name: app.showInspector });
  await about.or(show).first().waitFor();
  if (!(await about.isVisible())) await show.click();
  await expect(about).toContainText(guidance.cameAbout('知识产权检察办公室', 2));
  await expect(about).toContainText('请补充鉴定意见。');
  await expect(about.getByRole('button', { name: guidance.guideAbout })).toHaveCount(0);
  await expectAccessible();
});
