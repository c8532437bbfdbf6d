import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { answerOpenDialog } from '../support/dialogs.ts';
import { dropFiles } from '../support/drop-files.ts';
import { goTo } from './pages/navigation.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';
import { unlockWorkspace } from './pages/workspace.ts';
import { PASSPHRASE } from './pages/writing.ts';

// One story: each goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

const point = '云汀市人民检察院';
let folder: string;
let seat: Seat;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-inbox-'));
  const child = join(import.meta.dirname, '../support/inbox-child.ts');
  const made = spawnSync(process.execPath, [child, folder], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (made.status !== 0) throw new Error(made.stderr);
  seat = await takeSeat({ size: { width: 1280, height: 800 } });
  await answerOpenDialog(seat.electron, [join(folder, 'province')]);
  await seat.window.getByRole('button', { name: seat.words.workspace.open }).click();
  await unlockWorkspace(seat, PASSPHRASE);
});
test.afterAll(async () => {
  expect(await seat.complaints()).toEqual([]);
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

const item = (name: string): Locator =>
  seat.window
    .getByRole('list', { name: seat.words.inbox.arrivals })
    .getByRole('listitem', { name, exact: true });
const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true });
async function expectAccessible(): Promise<void> {
  await seat.window.waitForTimeout(200);
  const { violations } = await new AxeBuilder({ page: seat.window }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join() ?? ''}`)).toEqual([]);
}

test('a folder is looked through and each pack explained before anything is taken in', async () => {
  const { window, electron, words } = seat;
  const { inbox, kinds } = words;
  await goTo(seat, inbox.title);
  await expect(window.getByText(inbox.noneCame)).toBeVisible();
  await answerOpenDialog(electron, [join(folder, 'brought')]);
  await window.getByRole('button', { name: inbox.chooseFolder }).click();
  const first = item('云汀01.jzpack');
  await expect(first).toContainText(inbox.readyState);
  await expect(first).toContainText(`“${point}”签名`);
  await expect(first).toContainText('第 1 号，1 份材料，签名后未改动');
  await expect(first).toContainText(`岑岭云雾茶包装案 · ${kinds['typical-case']}`);
  const third = item('云汀03.jzpack');
  await expect(third).toContainText(inbox.missing('1、2'));
  const damaged = item('损坏.jzpack');
  await expect(damaged).toContainText(inbox.refusedState);
  await expect(damaged.getByRole('alert')).toContainText('pack-');
  await expect(button(damaged, inbox.accept)).toHaveCount(0);
  await expect(item('指导材料.jzpack')).toContainText('请各联系点参照办理');
  await expect(window.getByText(inbox.noneCame)).toBeVisible();
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(seat, theme);
    await goTo(seat, inbox.title);
    await expectAccessible();
  }
});

test('what is accepted is in its library, what is declined leaves nothing, a gap is named', async () => {
  const { window, words } = seat;
  const { inbox, search } = words;
  await button(item('云汀01.jzpack'), inbox.decline).click();
  await expect(item('云汀01.jzpack')).toContainText(inbox.declined);
  await window.getByRole('button', { name: inbox.acceptAll('2') }).focus();
  await window.keyboard.press('Enter');
  await expect(item('云汀03.jzpack')).toContainText(inbox.takenState);
  await expect(item('指导材料.jzpack')).toContainText(inbox.takenState);
  const gaps = window.getByRole('list', { name: inbox.gaps });
  await expect(gaps).toContainText(`${point} · ${inbox.missingShort('1、2')}`);
  await button(item('云汀01.jzpack'), inbox.lookAgain).click();
  await button(item('云汀01.jzpack'), inbox.accept).click();
  await expect(gaps).toContainText(`${point} · ${inbox.missingShort('2')}`);
  const came = window.getByRole('list', { name: inbox.came });
  await expect(came.getByRole('listitem').filter({ has: window.locator('summary') })).toHaveCount(
    3,
  );
  await window.getByRole('combobox', { name: inbox.kind }).click();
  await window.getByRole('option', { name: inbox.packKinds.guidance }).click();
  await expect(came.locator('summary')).toHaveCount(1);

  await goTo(seat, search.libraries.received);
  await expect(window.getByRole('option')).toHaveCount(2);
  await goTo(seat, words.records.all);
  await expect(window.getByRole('option')).toHaveCount(1);
});

test('a record of another office is read with its origin and written in by nobody', async () => {
  const { window, words } = seat;
  const { inbox, records, search } = words;
  await goTo(seat, search.libraries.guidance);
  await window.getByRole('option').filter({ hasText: '地理标志案件办理指引' }).click();
  const origin = window.getByRole('region', { name: inbox.provenance });
  await expect(origin).toContainText('最高人民检察院知识产权检察厅');
  await origin.locator('summary').click();
  await expect(origin).toContainText('有不同意见的及时反馈');
  await expect(window.getByRole('textbox', { name: records.title })).toHaveAttribute('readonly');
  await expect(window.locator('[contenteditable="true"]')).toHaveCount(0);
  await expect(button(window.getByRole('main'), records.moveToTrash)).toHaveCount(0);
  await expectAccessible();
  await button(origin, '本院办理的岑岭商标案').click();
  await expect(window.getByRole('textbox', { name: records.title })).toHaveValue(
    '本院办理的岑岭商标案',
  );

  await window.getByRole('combobox', { name: search.box }).fill('岑岭');
  await expect(window.getByRole('option').filter({ hasText: point })).toHaveCount(2);
  await window
    .getByRole('radiogroup', { name: search.scope })
    .getByText(search.scopes.own, { exact: true })
    .click();
  await expect(window.getByTestId('search-total')).toHaveText(search.total('1'));
});

test('a pack dropped anywhere leads to the inbox; the same again says so; a new numbering waits for a call', async () => {
  const { window, words } = seat;
  const { inbox, records, search } = words;
  await goTo(seat, records.all);
  await dropFiles(window, window.getByTestId('import-zone'), [join(folder, 'later.jzpack')]);
  await button(item('later.jzpack'), inbox.accept).click();
  await expect(item('later.jzpack')).toContainText(inbox.takenState);
  await expect(window.getByRole('list', { name: inbox.gaps })).toHaveCount(0);
  await dropFiles(window, window.getByTestId('import-zone'), [
    join(folder, 'later.jzpack'),
    join(folder, 'restored.jzpack'),
  ]);
  await expect(item('later.jzpack')).toContainText(inbox.again);
  const restored = item('restored.jzpack');
  await expect(restored).toContainText(inbox.heldText(point));
  await button(restored, inbox.confirm).click();
  await expect(restored).toContainText(inbox.readyState);
  await button(restored, inbox.accept).click();
  await expect(restored).toContainText(inbox.takenState);
  await button(restored, inbox.open).click();
  await expect(window.getByRole('option')).toHaveCount(4);
  await expect(window.getByRole('heading', { name: search.libraries.received })).toBeVisible();
});
