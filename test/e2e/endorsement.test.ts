import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { formatDate } from '../../shared/i18n/format.ts';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts';
import { goTo } from './pages/navigation.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { unlockWorkspace } from './pages/workspace.ts';
import { PASSPHRASE } from './pages/writing.ts';

test.describe.configure({ mode: 'serial' });

const [TEA, MOTOR] = ['岑岭云雾茶包装案', '汐桥电机参数泄密案'];
const POINT = '云汀市人民检察院';
const PROVINCE = '江岚省人民检察院';
let folder: string;
let seat: Seat | undefined;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-endorsement-'));
  const child = join(import.meta.dirname, '../support/endorsement-child.ts');
  const played = spawnSync(process.execPath, [child, folder], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (played.status !== 0) throw new Error(played.stderr);
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
async function expectAccessible({ window }: Seat, within = 'body'): Promise<void> {
  await window.waitForTimeout(200);
  const all = new AxeBuilder({ page: window }).setLegacyMode(true).include(within);
  const { violations } = await all.analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join() ?? ''}`)).toEqual([]);
}
const fileName = () => join(folder, 'endorsed.jzpack');

test('the provincial office gives its opinions and forwards a pack of its point', async () => {
  const province = await sitDown('province');
  const { window, electron, words } = province;
  const { endorsements } = words;
  await goTo(province, words.answers.title);
  await window.getByRole('button', { name: endorsements.toEndorse('2') }).click();
  const waiting = window.getByRole('list', { name: endorsements.waiting });
  await expect(waiting.getByText(POINT)).toHaveCount(2);
  await expect(waiting.getByText('两件均已办结，请省院审阅。')).toBeVisible();
  await expectAccessible(province);

  // One opinion beside the record itself, where it is read.
  await waiting.getByRole('button', { name: TEA, exact: true }).click();
  const group = window.getByRole('region', { name: endorsements.opinion, exact: true });
  await group.getByLabel(endorsements.opinions.recommended, { exact: true }).check();
  await group.getByRole('textbox').fill('请电 13812345678。');
  await group.getByRole('button', { name: endorsements.save }).click();
  await expect(group.getByRole('alert')).toBeVisible();
  await group.getByRole('textbox').fill('事实清楚，有典型意义。');
  await group.getByRole('button', { name: endorsements.save }).click();
  await expect(group.getByRole('button', { name: endorsements.takeBack })).toBeVisible();
  await expectAccessible(province);

  await goTo(province, endorsements.title);
  await waiting.getByRole('button', { name: `${endorsements.endorse} ${POINT} 1` }).click();
  const dialog = window.getByRole('dialog', { name: endorsements.dialog });
  await expect(dialog.getByText(endorsements.missing('1'))).toBeVisible();
  const motor = dialog.getByRole('radiogroup', { name: endorsements.opinionOn(MOTOR) });
  await motor.getByLabel(endorsements.opinions['not-recommended']).check();
  await expectAccessible(province);
  await dialog.getByRole('button', { name: words.app.next }).click();
  await answerSaveDialog(electron, fileName());
  await dialog.getByRole('button', { name: endorsements.chooseFile }).click();
  await dialog.getByLabel(endorsements.note).fill('请审阅。');
  const write = dialog.getByRole('button', { name: endorsements.write });
  await expect(write).toBeDisabled();
  await dialog.getByLabel(endorsements.confirmMarked).check();
  await expectAccessible(province);
  await write.click();
  const done = window.getByRole('dialog', { name: endorsements.written });
  await expect(done.getByTestId('pack-file')).toHaveText(fileName());
  await expect(done.getByText(TEA, { exact: false }).first()).toBeVisible();
  await expectAccessible(province);
  await done.getByRole('button', { name: words.app.close, exact: true }).last().click();
  expect(existsSync(fileName())).toBe(true);
  const sent = window.getByRole('list', { name: endorsements.done });
  await expect(sent.getByRole('button', { name: TEA, exact: true })).toBeVisible();
  await expect(waiting.getByText(POINT)).toHaveCount(1);
});

test('at the desk the record is the point’s, with the opinion of the province beside it', async () => {
  const desk = await sitDown('desk', 'dark');
  const { window, electron, words } = desk;
  const { endorsements, inbox } = words;
  const choose = window.getByRole('button', { name: inbox.chooseFiles, exact: true });
  await expect(async () => {
    await goTo(desk, inbox.title);
    await expect(choose).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await answerOpenDialog(electron, [fileName()]);
  await choose.click();
  await window.getByRole('button', { name: inbox.accept, exact: true }).click();
  await expect(window.getByText(inbox.takenState)).toHaveCount(1);
  await goTo(desk, words.answers.title);
  const standing = window.getByRole('region', { name: words.answers.records, exact: true });
  await expect(standing.getByText(endorsements.forwardedBy(PROVINCE))).toHaveCount(2);
  await standing.getByRole('button', { name: TEA, exact: true }).click();
  const group = window.getByRole('region', { name: endorsements.opinion, exact: true });
  await expect(group).toContainText(endorsements.opinions.recommended);
  await expect(group).toContainText('事实清楚，有典型意义。');
  await expect(group).toContainText(PROVINCE);
  const origin = window.getByRole('region', { name: inbox.provenance });
  await expect(origin).toContainText(POINT);
  await expect(origin).toContainText(endorsements.forwardedBy(PROVINCE));
  await expectAccessible(desk, `[aria-label="${endorsements.opinion}"]`);
  await expectAccessible(desk, `[aria-label="${inbox.provenance}"]`);
  await writeReceipt(desk);
});

/** The one receipt that is owed, into the folder. */
async function writeReceipt({ window, electron, words }: Seat): Promise<void> {
  const { answers } = words;
  await goTo({ window, words } as Seat, answers.title);
  await answerOpenDialog(electron, [folder]);
  await window.getByRole('button', { name: answers.write, exact: true }).click();
  await expect(window.getByText(answers.written('1'))).toBeVisible();
}

async function takeIn(sat: Seat, file: string): Promise<void> {
  const { window, electron, words } = sat;
  const { inbox } = words;
  const choose = window.getByRole('button', { name: inbox.chooseFiles, exact: true });
  await expect(async () => {
    await goTo(sat, inbox.title);
    await expect(choose).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await answerOpenDialog(electron, [join(folder, file)]);
  await choose.click();
  await window.getByRole('button', { name: inbox.accept, exact: true }).click();
  await expect(window.getByText(inbox.takenState)).toHaveCount(1);
}
const heard = (sat: Seat) =>
  sat.words.answers.onwardReceived('知识产权检察厅', formatDate(Date.now()));

test('the provincial office says forwarded wherever it shows the state, hears the desk and tells the point', async () => {
  const province = await sitDown('province', 'dark');
  const { window, words } = province;
  const { answers, endorsements, outcomes } = words;
  await takeIn(province, `回执-${PROVINCE}.jzpack`);
  await goTo(province, endorsements.title);
  const done = window.getByRole('list', { name: endorsements.done });
  await expect(done.getByText(heard(province))).toHaveCount(2);
  await expect(done.getByText(outcomes.endorsed)).toHaveCount(2);
  await expectAccessible(province);
  await done.getByRole('button', { name: TEA, exact: true }).click();
  const standing = window.getByRole('region', { name: answers.standing });
  await expect(standing.getByText(outcomes.endorsed).first()).toBeVisible();
  await expect(standing.getByText(outcomes.accepted)).toHaveCount(0);
  // What goes on is offered before what goes back.
  for (const [name, variant] of [
    [answers.verbs.adopted, 'filled'],
    [answers.verbs.returned, 'default'],
  ] as const) {
    const button = standing.getByRole('button', { name, exact: true });
    await expect(button).toHaveAttribute('data-variant', variant);
  }
  await goTo(province, answers.title);
  const records = window.getByRole('region', { name: answers.records, exact: true });
  await records.getByText(outcomes.endorsed, { exact: true }).first().click();
  await expect(records.getByRole('button', { name: TEA, exact: true })).toBeVisible();
  await expect(records.getByRole('listitem')).toHaveCount(2);
  await writeReceipt(province);
});

test('the point reads beside its record, and in the list of its packs, that the desk has it', async () => {
  const point = await sitDown('point');
  const { window, words } = point;
  await takeIn(point, `回执-${POINT}.jzpack`);
  await goTo(point, words.packs.title);
  await window.getByRole('region', { name: words.packs.sent }).locator('summary').last().click();
  await expect(window.getByText(heard(point))).toHaveCount(2);
  await expectAccessible(point);
  await goTo(point, words.kinds['typical-case']);
  await window.getByRole('option', { name: TEA }).click();
  const sent = window.getByRole('region', { name: words.packs.sentOf });
  await expect(sent.getByText(heard(point))).toBeVisible();
});
