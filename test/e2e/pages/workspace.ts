import { expect } from '@playwright/test';
import type { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import { answerOpenDialog } from '../../support/dialogs.ts';
import type { Seat } from './seat.ts';

export type NewWorkspace = {
  folder: string;
  name: string;
  passphrase: string;
  kind?: WorkspaceKind;
};

/** Called at each step of the wizard, when it is filled in. */
type AtStep = (step: 'notice' | 'place' | 'passphrase' | 'recovery') => Promise<void>;

/** From the welcome to the empty workspace, the recovery code typed back. Answers that code. */
export async function createWorkspace(
  seat: Seat,
  wanted: NewWorkspace,
  atStep: AtStep = () => Promise.resolve(),
): Promise<string> {
  const { window, electron, words } = seat;
  const { app, workspace } = words;
  const next = window.getByRole('button', { name: app.next });
  await window.getByRole('button', { name: workspace.create }).click();

  await window.getByLabel(workspace.noticeAccept).check();
  await atStep('notice');
  await next.click();

  await window.getByLabel(workspace.name).fill(wanted.name);
  const isDesk = wanted.kind === 'desk';
  await window.getByLabel(isDesk ? workspace.kindDesk : workspace.kindContactPoint).check();
  await answerOpenDialog(electron, [wanted.folder]);
  await window.getByRole('button', { name: workspace.chooseFolder }).click();
  await expect(window.getByText(workspace.folderFine)).toBeVisible();
  await atStep('place');
  await next.click();

  await window.getByLabel(workspace.passphrase, { exact: true }).fill(wanted.passphrase);
  await window.getByLabel(workspace.passphraseAgain).fill(wanted.passphrase);
  await atStep('passphrase');
  await window.getByRole('button', { name: workspace.createNow }).click();
  return keepRecoveryCode(seat, () => atStep('recovery'));
}

/** Reads the code from the screen, types back the group that is asked for, and goes in. */
async function keepRecoveryCode(
  { window, words }: Seat,
  whenShown: () => Promise<void>,
): Promise<string> {
  const { workspace } = words;
  const shown = window.getByTestId('recovery-group');
  await shown.first().waitFor({ timeout: 30_000 });
  // The first child of a group is its number; the text after it is the group.
  const groups = await shown.evaluateAll((elements) =>
    elements.map((element) => element.lastChild?.textContent ?? ''),
  );
  await whenShown();
  for (const [index, group] of groups.entries()) {
    const asked = window.getByLabel(workspace.recoveryCheck(index + 1), { exact: true });
    if ((await asked.count()) > 0) await asked.fill(group);
  }
  await window.getByRole('button', { name: workspace.recoveryDone }).click();
  await window.getByTestId('workspace-name').waitFor();
  return groups.join('-');
}

export async function unlockWorkspace({ window, words }: Seat, passphrase: string): Promise<void> {
  await window.getByLabel(words.workspace.passphrase, { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: words.workspace.unlock, exact: true }).click();
  await window.getByTestId('workspace-name').waitFor({ timeout: 30_000 });
}

export async function lockWorkspace({ window, words }: Seat): Promise<void> {
  await window.getByRole('button', { name: words.app.lock, exact: true }).click();
  await window.getByRole('heading', { name: words.workspace.unlockTitle }).waitFor();
}
