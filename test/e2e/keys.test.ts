import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { commandLineOf, type CommandLine } from '../tour/command-line.ts';
import { answerOpenDialog } from '../support/dialogs.ts';
import { enrolOffice } from './pages/points.ts';
import { goTo } from './pages/navigation.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace, unlockWorkspace } from './pages/workspace.ts';

const PASSPHRASE = '云汀江畔-四月新茶-2026';
const OFFICE = '江岚省人民检察院';

async function serious({ window }: Seat): Promise<string[]> {
  await window.waitForTimeout(200);
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

test('a card is revoked with a reason, own keys are changed and the numbering begun anew, each after a question', async () => {
  test.setTimeout(90_000);
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-keys-'));
  const desk = commandLineOf(join(work, 'desk'), PASSPHRASE);
  desk('init', '--kind', 'desk', '--name', OFFICE);
  const card = join(work, 'desk.jzcard');
  const { fingerprint } = desk<{ fingerprint: string }>('card', '--out', card);
  const seat = await takeSeat();
  const { window, words } = seat;
  const { points } = words;
  const dialog = (name: string) => window.getByRole('dialog', { name });
  const button = (name: string) => window.getByRole('main').getByRole('button', { name });
  try {
    const folder = join(work, 'workspace');
    await createWorkspace(seat, { folder, name: '云汀市人民检察院', passphrase: PASSPHRASE });
    await enrolOffice(seat, card, fingerprint);
    await goTo(seat, points.title);
    const own = await window.getByRole('main').getByRole('img').first().getAttribute('aria-label');
    await button(points.changeKeys).press('Enter');
    const change = dialog(points.changeKeysTitle);
    await expect(change.getByRole('button', { name: points.changeKeys })).toBeDisabled();
    await change.getByLabel(points.changeKeysSure).check();
    await expect(change.getByRole('button', { name: points.changeKeys })).toBeDisabled();
    const passphrase = change.getByLabel(words.workspace.currentPassphrase);
    await passphrase.fill('不是这个口令');
    await change.getByRole('button', { name: points.changeKeys }).press('Enter');
    await expect(change.getByRole('alert')).toBeVisible();
    await passphrase.fill(PASSPHRASE);
    expect(await serious(seat)).toEqual([]);
    await change.getByRole('button', { name: points.changeKeys }).press('Enter');
    await expect(change).toBeHidden();
    await expect(window.getByText(points.keysChanged('2'))).toBeVisible();
    await expect(window.getByRole('main').getByRole('img').first()).not.toHaveAttribute(
      'aria-label',
      own ?? '',
    );

    await button(points.startEpoch).press('Enter');
    const start = dialog(points.startEpochTitle);
    await start.getByLabel(words.workspace.currentPassphrase).fill(PASSPHRASE);
    await start.getByRole('button', { name: points.startEpochTitle }).press('Enter');
    await expect(window.getByText(points.epochStarted)).toBeVisible();

    const row = window.getByRole('listitem', { name: OFFICE });
    await row.getByRole('button', { name: points.revoke }).press('Enter');
    const revoke = dialog(points.revokeTitle(OFFICE));
    await expect(revoke.getByRole('button', { name: points.revoke })).toBeDisabled();
    await revoke.getByLabel(points.revokeReason).fill('对方来电称存储介质遗失。');
    expect(await serious(seat)).toEqual([]);
    await window.keyboard.press('Tab');
    await revoke.getByRole('button', { name: points.revoke }).press('Enter');
    await expect(revoke).toBeHidden();
    await expect(window.getByRole('heading', { name: points.revoked })).toBeVisible();
    await expect(row).toContainText('对方来电称存储介质遗失。');
    expect(await serious(seat)).toEqual([]);
    expect(await seat.complaints()).toEqual([]);
  } finally {
    await seat.close();
    rmSync(work, { recursive: true, force: true });
  }
});

test('a card that came along with guidance waits until its fingerprint was typed in, or is refused', async () => {
  test.setTimeout(90_000);
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-pending-'));
  const folder = join(work, 'point');
  const [point, desk] = [
    commandLineOf(folder, PASSPHRASE),
    commandLineOf(join(work, 'desk'), PASSPHRASE),
  ];
  const names = ['青屿省人民检察院', '临溪省人民检察院'];
  const file = join(work, 'guidance.jzpack');
  point('init', '--kind', 'contact-point', '--name', '云汀市人民检察院');
  desk('init', '--kind', 'desk', '--name', OFFICE);
  const provinces = names.map((name, at) => {
    const province = commandLineOf(join(work, `province${at}`), PASSPHRASE);
    province('init', '--kind', 'province', '--name', name);
    return exchangeCard(work, province, desk);
  });
  exchangeCard(work, point, desk);
  exchangeCard(work, desk, point);
  desk('guide', '--note', '有关单位更换了密钥。', '--cards', ...names, '--out', file);
  point('receive', file);
  const seat = await takeSeat();
  const { window, words, electron } = seat;
  const { points } = words;
  try {
    await answerOpenDialog(electron, [folder]);
    await window.getByRole('button', { name: words.workspace.open }).click();
    await unlockWorkspace(seat, PASSPHRASE);
    await goTo(seat, points.title);
    const waiting = window.getByRole('region', { name: points.pending });
    await expect(waiting.getByRole('listitem')).toHaveCount(2);

    expect(await serious(seat)).toEqual([]);
    const row = (name = '') => waiting.getByRole('listitem', { name });
    await row(names[0]).getByRole('button', { name: points.compare }).press('Enter');
    const dialog = window.getByRole('dialog', { name: points.enrolTitle });
    const digits = dialog.getByLabel(points.typeFingerprint);
    await expect(digits).toBeFocused();
    await digits.pressSequentially('0'.repeat(30));
    await window.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await digits.fill('');
    await digits.pressSequentially(provinces[0] ?? '');
    expect(await serious(seat)).toEqual([]);
    await window.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(row(names[0])).toBeHidden();
    await row(names[1]).getByRole('button', { name: points.refusePending }).press('Enter');
    await expect(window.getByText(points.refusedPending(names[1] ?? ''))).toBeVisible();
    await expect(waiting).toBeHidden();
    const enrolled = window.getByRole('region', { name: points.enrolled });
    await expect(enrolled.getByRole('listitem', { name: names[0] ?? '' })).toBeVisible();
    await expect(enrolled.getByRole('listitem', { name: names[1] ?? '' })).toBeHidden();
    expect(await seat.complaints()).toEqual([]);
  } finally {
    await seat.close();
    rmSync(work, { recursive: true, force: true });
  }
});

/** Enrols one's card at the other; answers its fingerprint. */
function exchangeCard(work: string, from: CommandLine, to: CommandLine): string {
  const file = join(mkdtempSync(join(work, 'card-')), 'own.jzcard');
  const { fingerprint } = from<{ fingerprint: string }>('card', '--out', file);
  to('enrol', file, '--fingerprint', fingerprint);
  return fingerprint.replaceAll(' ', '');
}
