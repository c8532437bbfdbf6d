import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog } from '../support/dialogs.ts';
import { goTo } from './pages/navigation.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace, lockWorkspace, unlockWorkspace } from './pages/workspace.ts';

const passphrase = '茶山雾里三只白鹭听雨';
const name = '云汀市人民检察院知识产权检察办公室';
let seat: Seat;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-first-run-'));
  seat = await takeSeat();
});
test.afterEach(async () => {
  expect(await seat.complaints()).toEqual([]);
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (label: string) => seat.window.getByRole('button', { name: label, exact: true });

test('nothing goes on before it is acknowledged that no state secrets are stored', async () => {
  const { app, workspace } = seat.words;
  await seat.window.getByRole('button', { name: workspace.create }).click();
  await expect(seat.window.getByText(workspace.noticeWhy)).toBeVisible();
  await expect(button(app.next)).toBeDisabled();
  await seat.window.getByLabel(workspace.noticeAccept).check();
  await button(app.next).click();
  await expect(seat.window.getByRole('heading', { name: workspace.stepPlace })).toBeFocused();
});

test('a folder with something in it is refused, a cloud folder needs consent', async () => {
  const { app, workspace } = seat.words;
  const full = join(folder, 'full');
  const cloud = join(folder, 'Nextcloud', '检知');
  mkdirSync(full);
  writeFileSync(join(full, '清单.txt'), '甲');
  mkdirSync(cloud, { recursive: true });
  await seat.window.getByRole('button', { name: workspace.create }).click();
  await seat.window.getByLabel(workspace.noticeAccept).check();
  await button(app.next).click();
  await seat.window.getByLabel(workspace.name).fill(name);

  await answerOpenDialog(seat.electron, [full]);
  await button(workspace.chooseFolder).click();
  await expect(seat.window.getByText(workspace.folderNotEmpty)).toBeVisible();
  await expect(button(app.next)).toBeDisabled();

  await answerOpenDialog(seat.electron, [cloud]);
  await button(workspace.chooseFolder).click();
  await expect(seat.window.getByText(workspace.riskCloud)).toBeVisible();
  await expect(button(app.next)).toBeDisabled();
  await seat.window.getByLabel(workspace.riskAccept).check();
  await expect(button(app.next)).toBeEnabled();
});

test('two passphrases that differ make no workspace', async () => {
  const { app, workspace } = seat.words;
  await createUpToPassphrase();
  await seat.window.getByLabel(workspace.passphrase, { exact: true }).fill('1234567');
  await expect(seat.window.getByText(workspace.passphraseTooShort(1))).toBeVisible();
  await seat.window.getByLabel(workspace.passphrase, { exact: true }).fill(passphrase);
  await seat.window.getByLabel(workspace.passphraseAgain).fill('茶山雾里四只');
  await expect(seat.window.getByText(workspace.passphraseDiffers)).toBeVisible();
  await expect(button(workspace.createNow)).toBeDisabled();
  await expect(button(app.back)).toBeEnabled();
});

test('the recovery code is typed back, opens the workspace once, and is replaced', async () => {
  const { app, workspace } = seat.words;
  const code = await createWorkspace(seat, { folder, name, passphrase });
  expect(code).toMatch(/^\w{5}(-\w{5}){5}$/);
  await lockWorkspace(seat);

  await button(workspace.forgot).click();
  await seat.window.getByLabel(workspace.recoveryCode, { exact: true }).fill(code);
  await seat.window.getByLabel(workspace.newPassphrase, { exact: true }).fill('望舒晚晴十二里外');
  await seat.window.getByLabel(workspace.passphraseAgain).fill('望舒晚晴十二里外');
  await button(workspace.recoverNow).click();
  const groups = seat.window.getByTestId('recovery-group');
  await groups.first().waitFor();
  const shown = await groups.evaluateAll((elements) =>
    elements.map((element) => element.lastChild?.textContent ?? ''),
  );
  expect(shown.join('-')).not.toBe(code);
  // The wrong group does not let one in; the right one does.
  const field = seat.window.getByRole('textbox');
  await field.fill('00000');
  await expect(seat.window.getByText(workspace.recoveryCheckWrong)).toBeVisible();
  await expect(button(workspace.recoveryDone)).toBeDisabled();
  for (const group of shown) {
    await field.fill(group);
    if (await button(workspace.recoveryDone).isEnabled()) break;
  }
  await button(workspace.recoveryDone).click();
  await expect(seat.window.getByRole('navigation', { name: app.navigation })).toBeVisible();
  // No trace of the code is left in the window.
  expect(await seat.window.content()).not.toContain(shown[0]);
});

test('in the settings a new recovery code takes the place of one that was never kept', async () => {
  const { words, window } = seat;
  const { workspace } = words;
  const code = await createWorkspace(seat, { folder, name, passphrase });
  await goTo(seat, words.settings.title);
  await button(workspace.replaceCode).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel(workspace.currentPassphrase, { exact: true }).fill('不是这个口令');
  await dialog.getByRole('button', { name: workspace.replaceCode }).click();
  await expect(dialog.getByRole('alert')).toContainText('passphrase-wrong');
  await dialog.getByLabel(workspace.currentPassphrase, { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: workspace.replaceCode }).click();
  const groups = window.getByTestId('recovery-group');
  await groups.first().waitFor();
  const shown = await groups.evaluateAll((elements) =>
    elements.map((element) => element.lastChild?.textContent ?? ''),
  );
  expect(shown.join('-')).not.toBe(code);
  await window.keyboard.press('Escape');
  await expect(groups.first()).toBeVisible();
  await window.screenshot({ path: test.info().outputPath('new-code.png') });
  for (const group of shown) {
    await window.getByRole('dialog').getByRole('textbox').fill(group);
    if (await button(workspace.recoveryKept).isEnabled()) break;
  }
  await button(workspace.recoveryKept).click();
  await expect(window.getByText(workspace.codeReplaced)).toBeVisible();
});

test('in the settings the passphrase is changed', async () => {
  const { words, window } = seat;
  const { workspace } = words;
  const another = '望舒晚晴十二里外';
  await createWorkspace(seat, { folder, name, passphrase });
  await goTo(seat, words.settings.title);
  await button(workspace.changePassphrase).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel(workspace.currentPassphrase, { exact: true }).fill(passphrase);
  await dialog.getByLabel(workspace.newPassphrase, { exact: true }).fill(another);
  await dialog.getByLabel(workspace.passphraseAgain).fill(another);
  await window.screenshot({ path: test.info().outputPath('change.png') });
  await dialog.getByRole('button', { name: workspace.changePassphrase }).click();
  await expect(window.getByText(workspace.passphraseChanged)).toBeVisible();
  await lockWorkspace(seat);
  await unlockWorkspace(seat, another);
  await expect(window.getByTestId('workspace-name')).toBeVisible();
});

async function createUpToPassphrase(): Promise<void> {
  const { app, workspace } = seat.words;
  await seat.window.getByRole('button', { name: workspace.create }).click();
  await seat.window.getByLabel(workspace.noticeAccept).check();
  await button(app.next).click();
  await seat.window.getByLabel(workspace.name).fill(name);
  await answerOpenDialog(seat.electron, [folder]);
  await button(workspace.chooseFolder).click();
  await expect(seat.window.getByText(workspace.folderFine)).toBeVisible();
  await button(app.next).click();
}
