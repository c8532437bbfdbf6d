import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts';
import { goTo } from './pages/navigation.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { unlockWorkspace } from './pages/workspace.ts';
import { PASSPHRASE } from './pages/writing.ts';

test.describe.configure({ mode: 'serial' });

const TEA = '岑岭茶业有限公司地理标志案';
let folder: string;
let seat: Seat | undefined;

function playChild(...args: string[]): void {
  const child = join(import.meta.dirname, '../support/answers-child.ts');
  const played = spawnSync(process.execPath, [child, folder, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (played.status !== 0) throw new Error(played.stderr);
}
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-answers-'));
  playChild();
});
test.afterEach(async () => {
  const complaints = await seat?.complaints();
  await seat?.close();
  seat = undefined;
  expect(complaints ?? []).toEqual([]);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sitDown(place: string, theme: 'light' | 'dark' = 'light'): Promise<Seat> {
  const sat = await takeSeat({ theme });
  seat = sat;
  await answerOpenDialog(sat.electron, [join(folder, place)]);
  await sat.window.getByRole('button', { name: sat.words.workspace.open }).click();
  await unlockWorkspace(sat, PASSPHRASE);
  return sat;
}
async function expectAccessible({ window }: Seat): Promise<void> {
  await window.waitForTimeout(200);
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join() ?? ''}`)).toEqual([]);
}
/** Takes files in as an officer does: chosen, looked at, accepted. */
async function bring(at: Seat, ...files: string[]): Promise<void> {
  const { window, electron, words } = at;
  const { inbox } = words;
  const choose = window.getByRole('button', { name: inbox.chooseFiles, exact: true });
  // Just unlocked, the window may still be on its way back to where one was.
  await expect(async () => {
    await goTo(at, inbox.title);
    await expect(choose).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await answerOpenDialog(electron, files);
  await choose.click();
  for (const _file of files) {
    await window.getByRole('button', { name: inbox.accept, exact: true }).first().click();
  }
  await expect(window.getByText(inbox.takenState)).toHaveCount(files.length);
}
/** Writes all receipts into a new folder and answers the one there is. */
async function writeReceipt(at: Seat, name: string): Promise<string> {
  const { window, electron, words } = at;
  const to = join(folder, name);
  mkdirSync(to);
  await goTo(at, words.answers.title);
  await answerOpenDialog(electron, [to]);
  await window.getByRole('button', { name: words.answers.write, exact: true }).click();
  await expect(window.getByText(words.answers.written('1'))).toBeVisible();
  const [file = ''] = readdirSync(to);
  return join(to, file);
}
const standing = ({ window, words }: Seat) =>
  window.getByRole('region', { name: words.answers.standing, exact: true });

let receipt: string;
let reply: string;

test('the desk remarks on words of a record, returns it, and writes the receipt', async () => {
  const desk = await sitDown('desk');
  const { window, words } = desk;
  const { answers } = words;
  await goTo(desk, answers.title);
  await expect(window.getByRole('button', { name: answers.owed('2', '1') })).toBeVisible();
  await expectAccessible(desk);
  await window.getByRole('main').getByRole('button', { name: TEA, exact: true }).click();
  await standing(desk).getByRole('button', { name: answers.remark, exact: true }).click();
  const dialog = window.getByRole('dialog', { name: answers.remarkTitle });
  await dialog.getByLabel(answers.passage).fill('礼盒五千套');
  await dialog.getByLabel(answers.text, { exact: true }).fill('请核对礼盒数量。');
  await dialog.getByRole('button', { name: answers.add }).click();
  await expect(dialog.getByText(answers.passageNotFound)).toBeVisible();
  await dialog.getByLabel(answers.passage).fill('礼盒三千套');
  await expectAccessible(desk);
  await dialog.getByRole('button', { name: answers.add }).click();
  await expect(dialog).toBeHidden();
  await expect(standing(desk).getByText('请核对礼盒数量。')).toBeVisible();
  const note = standing(desk).getByRole('textbox', { name: answers.note });
  await note.fill('请电 13812345678。');
  await standing(desk).getByRole('button', { name: answers.verbs.returned }).click();
  await expect(standing(desk).getByRole('alert')).toBeVisible();
  await note.fill('数量前后不一，请核对后再报。');
  await standing(desk).getByRole('button', { name: answers.verbs.returned }).click();
  await expect(standing(desk).getByText(words.outcomes.returned).first()).toBeVisible();
  await expectAccessible(desk);
  receipt = await writeReceipt(desk, 'first');
  await expect(window.getByText(answers.noneOwed)).toBeVisible();
  await goTo(desk, words.inbox.title);
  const first = window.getByRole('list', { name: words.inbox.came }).getByRole('group').first();
  await first.locator('summary').click();
  await first.getByRole('button', { name: answers.again }).click();
  await expect.poll(() => readdirSync(join(folder, 'first')).length).toBe(2);
  const [one, other] = readdirSync(join(folder, 'first')).map((name) =>
    readFileSync(join(folder, 'first', name)),
  );
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
});

test('at the contact point the record is returned, the remark stands at its words, and the question is answered', async () => {
  const point = await sitDown('point', 'dark');
  const { window, electron, words } = point;
  const { answers, messages } = words;
  await bring(point, receipt, join(folder, 'question.jzpack'));
  await goTo(point, answers.title);
  await expect(window.getByRole('button', { name: answers.returned('1') })).toBeVisible();
  await expectAccessible(point);
  await window.getByRole('button', { name: answers.returned('1') }).click();
  await window.getByRole('option').filter({ hasText: TEA }).click();
  const said = window.getByRole('region', { name: answers.answersOf, exact: true });
  await expect(said).toContainText('数量前后不一，请核对后再报。');
  const comments = window.getByRole('region', { name: words.comments.title, exact: true });
  await expect(comments).toContainText('接收端 · 周某某');
  await expect(comments).toContainText('请核对礼盒数量。');
  await expect(comments).toContainText('礼盒三千套');
  await goTo(point, messages.title);
  await window
    .getByRole('main')
    .getByRole('button', { name: /请说明包装数量的来源/u })
    .click();
  await expect(window.getByText(messages.about(TEA))).toBeVisible();
  await expectAccessible(point);
  await window.getByRole('button', { name: messages.reply }).click();
  const dialog = window.getByRole('dialog', { name: messages.reply });
  await dialog.getByRole('textbox', { name: messages.body }).fill('来源于扣押清单。');
  reply = join(folder, 'reply.jzpack');
  await answerSaveDialog(electron, reply);
  await dialog.getByRole('button', { name: messages.send }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('main').getByText('来源于扣押清单。').first()).toBeVisible();
});

test('a correction comes, is adopted, and the record is adopted at the contact point', async () => {
  playChild('correct');
  const desk = await sitDown('desk');
  await bring(desk, join(folder, 'correction.jzpack'), reply);
  const { answers } = desk.words;
  await goTo(desk, answers.title);
  await desk.window.getByRole('checkbox', { name: answers.choose(TEA) }).focus();
  await desk.window.keyboard.press('Space');
  await desk.window.getByRole('button', { name: answers.verbs.adopted, exact: true }).click();
  await expect(desk.window.getByText(answers.changed('1'))).toBeVisible();
  const second = await writeReceipt(desk, 'second');
  await goTo(desk, desk.words.messages.title);
  await expect(desk.window.getByText('来源于扣押清单。')).toBeVisible();
  await desk.close();
  const point = await sitDown('point');
  await bring(point, second);
  await goTo(point, point.words.records.all);
  await point.window.getByRole('option').filter({ hasText: TEA }).click();
  const status = point.window.getByRole('region', { name: point.words.listing.status });
  await expect(status).toContainText(point.words.statuses.adopted);
});
