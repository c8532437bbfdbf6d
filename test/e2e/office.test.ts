import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts';
import { goTo } from './pages/navigation.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { unlockWorkspace } from './pages/workspace.ts';
import { PASSPHRASE } from './pages/writing.ts';

// One after the other: each goes on where the last one stopped.
test.describe.configure({ mode: 'serial' });

let folder: string;
let seat: Seat | undefined;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-two-computers-'));
  const child = join(import.meta.dirname, '../support/office-child.ts');
  const made = spawnSync(process.execPath, [child, folder], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (made.status !== 0) throw new Error(made.stderr);
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
const openRecord = ({ window }: Seat, title: string) =>
  window.getByRole('option').filter({ hasText: title }).click();
const facts = ({ window }: Seat) => window.locator('[data-section="facts"]');
const status = ({ window, words }: Seat) =>
  window.getByRole('region', { name: words.listing.status });

test('what came back is joined: conflicts are decided by keyboard, the rest came by itself, and both texts are kept', async () => {
  const here = await sitDown('author', 'dark');
  const { window, words } = here;
  const { office } = words;
  await openRecord(here, '何某甲等二人');
  await expect(window.getByText(office.mergeWaits('周某某的电脑'))).toBeVisible();
  await window.getByRole('button', { name: office.openMerge }).click();
  const dialog = window.getByRole('dialog', { name: office.mergeTitle('周某某的电脑') });
  await expect(dialog.getByRole('status')).toHaveText(office.decided('0', '2'));
  const join = dialog.getByRole('button', { name: office.merge, exact: true });
  await expect(join).toBeDisabled();
  await expectAccessible(here);
  await dialog.getByRole('radio').first().focus();
  await window.keyboard.press('1');
  await window.keyboard.press('3');
  await expect(dialog.getByRole('status')).toHaveText(office.decided('2', '2'));
  await join.click();
  await expect(dialog).toBeHidden();
  await expect(window.getByText(office.mergeWaits('周某某的电脑'))).toBeHidden();
  await expect(facts(here)).toContainText('分三次低价购入');
  await expect(facts(here)).toContainText('三十一万五千元');
  await expect(facts(here)).toContainText('线上线下销售金额');
  await expect(status(here)).toContainText(words.statuses.returned);
  await expect(window.getByRole('textbox', { name: words.records.title, exact: true })).toHaveValue(
    '何某甲等二人假冒“岑岭”注册商标案',
  );
});

test('a marked record goes to a colleague only after somebody confirmed it', async () => {
  const here = await sitDown('author');
  const { window, electron, words } = here;
  const { office } = words;
  await openRecord(here, '何某甲等二人');
  await status(here).getByRole('button', { name: office.send }).click();
  const dialog = window.getByRole('dialog', { name: office.send });
  const file = join(folder, '再送.jzpack');
  await answerSaveDialog(electron, file);
  await dialog.getByRole('button', { name: office.chooseFile }).click();
  await expect(dialog.getByText(file)).toBeVisible();
  const send = dialog.getByRole('button', { name: office.send });
  await expect(send).toBeDisabled();
  await expectAccessible(here);
  await dialog.getByLabel(office.confirmMarked).check();
  await send.click();
  await expect(dialog).toBeHidden();
  expect(existsSync(file)).toBe(true);
  await expect(status(here)).toContainText(office.state['author away']('周某某的电脑'));
  await expect(status(here)).toContainText(words.statuses['in-review']);
  await expect(window.getByRole('button', { name: words.review.waiting })).toBeHidden();
});

test('at the reviewer it waits, says whose it is, is approved and goes back', async () => {
  const here = await sitDown('reviewer');
  const { window, electron, words } = here;
  const { office, review } = words;
  await window.getByRole('button', { name: review.waiting }).click();
  const row = window.getByRole('option').filter({ hasText: '折枝' });
  await expect(row).toContainText(office.from('林某的电脑'));
  await expect(window.getByRole('option')).toHaveCount(1);
  await row.click();
  await status(here)
    .getByRole('button', { name: review.verb('in-review', 'approved') })
    .click();
  await expect(status(here)).toContainText(words.statuses.approved);
  await status(here).getByRole('button', { name: office.sendBack }).click();
  const dialog = window.getByRole('dialog', { name: office.sendBack });
  const file = join(folder, '审回.jzpack');
  await answerSaveDialog(electron, file);
  await dialog.getByRole('button', { name: office.chooseFile }).click();
  await dialog.getByLabel(office.confirmMarked).check();
  await dialog.getByRole('button', { name: office.sendBack }).click();
  await expect(dialog).toBeHidden();
  await expect(status(here)).toContainText(office.state['reviewer away']('林某的电脑'));
  await goTo(here, words.points.title);
  const colleague = window.getByRole('listitem', { name: '林某的电脑' });
  await colleague.getByRole('button', { name: office.unmarkColleague }).click();
  await colleague.getByRole('button', { name: office.markColleague }).click();
  const asked = window.getByRole('dialog', { name: office.markTitle('林某的电脑') });
  await expect(asked).toContainText(office.askColleagueText);
  await expectAccessible(here);
  await asked.getByRole('button', { name: words.app.cancel }).click();
  await expect(colleague.getByRole('button', { name: office.markColleague })).toBeVisible();
});

test('at home the approval is taken in from the inbox, and the record that was read is approved', async () => {
  const here = await sitDown('author');
  const { window, electron, words } = here;
  const { inbox } = words;
  await openRecord(here, '折枝');
  await expect(status(here)).toContainText(words.statuses['in-review']);
  await goTo(here, inbox.title);
  await answerOpenDialog(electron, [join(folder, '审回.jzpack')]);
  await window.getByRole('button', { name: inbox.chooseFiles, exact: true }).click();
  const arrival = window.getByRole('listitem', { name: '审回.jzpack' });
  await expect(arrival).toContainText(inbox.packKinds.office);
  await expect(arrival).toContainText('折枝有声书著作权案');
  await arrival.getByRole('button', { name: inbox.accept, exact: true }).click();
  await arrival.getByRole('button', { name: inbox.open }).click();
  await expect(status(here)).toContainText(words.statuses.approved);
  await expect(status(here)).toContainText('周某');
  await status(here).getByText(words.review.steps).click();
  await expect(status(here)).toContainText(words.review.signed);
});
