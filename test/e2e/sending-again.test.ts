import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answerSaveDialog } from '../support/dialogs.ts';
import { commandLineOf } from '../tour/command-line.ts';
import { goTo } from './pages/navigation.ts';
import { approveChosen, keepWhatIsFound } from './pages/packs.ts';
import { enrolOffice } from './pages/points.ts';
import { newRecord, waitUntilSaved, writeSection } from './pages/records.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace } from './pages/workspace.ts';

const PASSPHRASE = '云汀江畔-四月新茶-2026';
const OFFICE = '江岚省人民检察院';

async function serious({ window }: Seat): Promise<string[]> {
  await window.waitForTimeout(200);
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

test('a record goes with a note and figures, goes again as a correction, is sent once more as the same bytes, and is taken back', async () => {
  test.setTimeout(150_000);
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-again-'));
  const desk = commandLineOf(join(work, 'desk'), PASSPHRASE);
  desk('init', '--kind', 'desk', '--name', OFFICE);
  const card = join(work, 'desk.jzcard');
  const { fingerprint } = desk<{ fingerprint: string }>('card', '--out', card);
  const seat = await takeSeat();
  const { window, electron, words } = seat;
  const { app, caseload, inbox, packs, points } = words;
  const file = (name: string) => join(work, name);
  const dialog = window.getByRole('dialog', { name: packs.export });
  const next = dialog.getByRole('button', { name: app.next });
  const toOffice = async () => {
    await goTo(seat, packs.title);
    await window.getByRole('main').getByRole('button', { name: packs.export }).first().click();
    const row = dialog.getByRole('option').filter({ hasText: '岑岭茶业' });
    if ((await row.getAttribute('aria-selected')) !== 'true') await row.click();
    await approveChosen(dialog, words);
    await next.click();
    await dialog.getByRole('radio', { name: OFFICE }).click();
  };
  const toTheEnd = async (name: string) => {
    await keepWhatIsFound(seat);
    await next.click();
    await expect(dialog.getByRole('region', { name: packs.leaving })).toBeVisible();
    await next.click();
    await answerSaveDialog(electron, file(name));
    await dialog.getByRole('button', { name: packs.chooseFile }).click();
    await dialog.getByRole('button', { name: packs.exportNow }).click();
    const done = window.getByRole('dialog', { name: packs.done });
    await expect(done.getByTestId('pack-file')).toHaveText(file(name), { timeout: 30_000 });
    await done.getByRole('button', { name: app.close, exact: true }).last().click();
  };
  try {
    await createWorkspace(seat, {
      folder: file('workspace'),
      name: '云汀市人民检察院',
      passphrase: PASSPHRASE,
    });
    await newRecord(seat, 'typical-case', '岑岭茶业地理标志案');
    await writeSection(seat, 'facts', ['岑岭茶业有限公司的礼盒三千套。']);
    await waitUntilSaved(seat);
    await enrolOffice(seat, card, fingerprint);

    await toOffice();
    await dialog.getByLabel(packs.note).fill('三季度工作情况，请查收。');
    await dialog.getByRole('button', { name: packs.addPeriod }).click();
    await expect(next).toBeDisabled();
    await dialog.getByLabel(caseload.period).fill('2026-Q9');
    await expect(dialog.getByText(caseload.periodWrong)).toBeVisible();
    await dialog.getByLabel(caseload.period).fill('2026-Q3');
    await dialog.getByLabel('审查起诉').fill('12');
    expect(await serious(seat)).toEqual([]);
    await next.click();
    await keepWhatIsFound(seat);
    await next.click();
    const along = dialog.getByRole('region', { name: packs.leaving });
    await expect(along).toContainText(packs.figuresOf('2026-Q3'));
    await expect(along).toContainText('三季度工作情况，请查收。');
    await dialog.getByRole('button', { name: app.back }).click();
    await toTheEnd('first.jzpack');

    // Changed at home, it goes again: the dialog says what it replaces, and figures stay out.
    await toOffice();
    await expect(dialog).toContainText(packs.correction(packs.number(1), '1'));
    await expect(dialog.getByRole('button', { name: packs.addPeriod })).toBeHidden();
    await next.click();
    await toTheEnd('second.jzpack');

    // Another one beside it would mix new and old.
    await newRecord(seat, 'typical-case', '另一件案');
    await writeSection(seat, 'facts', ['另一件。']);
    await waitUntilSaved(seat);
    await goTo(seat, packs.title);
    await window.getByRole('main').getByRole('button', { name: packs.export }).first().click();
    for (const title of ['岑岭茶业', '另一件案']) {
      const row = dialog.getByRole('option').filter({ hasText: title });
      if ((await row.getAttribute('aria-selected')) !== 'true') await row.click();
    }
    await approveChosen(dialog, words);
    await next.click();
    await dialog.getByRole('radio', { name: OFFICE }).click();
    await expect(dialog).toContainText(packs.mixed('1', '1'));
    await expect(next).toBeDisabled();
    await dialog.getByRole('button', { name: packs.onlyNew }).click();
    await expect(next).toBeEnabled();
    await window.keyboard.press('Escape');

    const first = window
      .getByRole('group')
      .filter({ hasText: packs.number(1) })
      .first();
    await expect(first).toContainText(packs.answerStates.waiting);
    await first.locator('summary').click();
    await expect(first).toContainText(packs.noteOf('三季度工作情况，请查收。'));
    expect(await serious(seat)).toEqual([]);
    await answerSaveDialog(electron, file('again.jzpack'));
    await first.getByRole('button', { name: packs.resendTitle(packs.number(1)) }).click();
    const again = window.getByRole('dialog', { name: packs.resendTitle(packs.number(1)) });
    await again.getByRole('button', { name: packs.chooseFile }).click();
    await again.getByRole('button', { name: packs.resend }).click();
    await expect(again).toBeHidden();
    expect(readFileSync(file('again.jzpack')).equals(readFileSync(file('first.jzpack')))).toBe(
      true,
    );

    await goTo(seat, words.kinds['typical-case']);
    await window.getByRole('option').filter({ hasText: '岑岭茶业' }).click();
    const group = window.getByRole('region', { name: packs.sentOf });
    await expect(group).toContainText(packs.replacesOf('1'));
    await group.getByRole('button', { name: packs.withdraw }).click();
    const withdraw = window.getByRole('dialog', { name: packs.withdrawTitle });
    await withdraw.getByLabel(packs.withdrawReason).fill('联系电话13912345678');
    await answerSaveDialog(electron, file('back.jzpack'));
    await withdraw.getByRole('button', { name: packs.chooseFile }).click();
    expect(await serious(seat)).toEqual([]);
    await withdraw.getByRole('button', { name: packs.withdrawNow }).click();
    await expect(withdraw.getByRole('alert')).toBeVisible();
    await withdraw.getByLabel(packs.withdrawReason).fill('当事人申诉，暂不使用。');
    await withdraw.getByRole('button', { name: packs.withdrawNow }).click();
    await expect(withdraw).toBeHidden();
    await expect(group).toContainText(inbox.packKinds.withdrawal);
    await expect(group.getByRole('button', { name: packs.withdraw })).toBeHidden();

    expect(readdirSync(work)).toEqual(expect.arrayContaining(['back.jzpack', 'again.jzpack']));

    // What the old key signed is written anew, and the way there is one press.
    await goTo(seat, points.title);
    await window.getByRole('button', { name: points.changeKeys }).click();
    const change = window.getByRole('dialog', { name: points.changeKeysTitle });
    await change.getByLabel(points.changeKeysSure).check();
    await change.getByLabel(words.workspace.currentPassphrase).fill(PASSPHRASE);
    await change.getByRole('button', { name: points.changeKeys }).click();
    await expect(change).toBeHidden();
    await goTo(seat, packs.title);
    await first.locator('summary').click();
    await expect(first).toContainText(packs.ofFormerKey);
    await expect(first.getByRole('button', { name: packs.resend })).toBeHidden();
    expect(await serious(seat)).toEqual([]);
    await first.getByRole('button', { name: packs.makeAgainTitle(packs.number(1)) }).click();
    await expect(dialog).toContainText(packs.selected('1'));
    await expect(
      dialog.getByRole('option', { selected: true }).filter({ hasText: '岑岭茶业' }),
    ).toHaveCount(1);
    await window.keyboard.press('Escape');
    expect(await seat.complaints()).toEqual([]);
  } finally {
    await seat.close();
    rmSync(work, { recursive: true, force: true });
  }
});
