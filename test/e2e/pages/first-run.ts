import { answerOpenDialog } from '../../support/dialogs.ts';
import type { Driven } from './index.ts';

type NewWorkspace = {
  folder: string;
  name: string;
  passphrase: string;
  kind?: 'contact-point' | 'desk';
};

/** Everything before a workspace is open. */
export function createFirstRun({ electron, window, words }: Driven) {
  const { app, workspace } = words;
  const button = (name: string) => window.getByRole('button', { name, exact: true });

  const page = {
    /** From the welcome to the list of records. Answers the recovery code. */
    async create(wanted: NewWorkspace): Promise<string> {
      await page.toPassphrase(wanted);
      await page.typePassphrase(wanted.passphrase);
      await button(workspace.createNow).click();
      return page.keepRecoveryCode();
    },
    /** The welcome, the notice, name and place; it ends at the passphrase. */
    async toPassphrase({ folder, name, kind = 'contact-point' }: NewWorkspace): Promise<void> {
      await button(workspace.create).click();
      await window.getByRole('checkbox', { name: workspace.noticeAccept }).check();
      await button(app.next).click();
      await window.getByRole('textbox', { name: workspace.name }).fill(name);
      const purpose = kind === 'desk' ? workspace.kindDesk : workspace.kindContactPoint;
      await window.getByRole('radio', { name: purpose }).check();
      await answerOpenDialog(electron, [folder]);
      await button(workspace.chooseFolder).click();
      await window.getByText(workspace.folderFine).waitFor();
      await button(app.next).click();
    },
    async typePassphrase(passphrase: string, label = workspace.passphrase): Promise<void> {
      await window.getByLabel(label, { exact: true }).fill(passphrase);
      await window.getByLabel(workspace.passphraseAgain, { exact: true }).fill(passphrase);
    },
    /** Reads the code and types the group back that is asked for. */
    async keepRecoveryCode(): Promise<string> {
      const shown = window.getByRole('group', { name: workspace.recoveryCode });
      await shown.waitFor();
      const groups = await shown.getByTestId('recovery-group').allInnerTexts();
      const clean = groups.map((group) => group.replace(/^\d\s+/u, '').trim());
      for (const [index, group] of clean.entries()) {
        const field = window.getByLabel(workspace.recoveryCheck(index + 1), { exact: true });
        if ((await field.count()) > 0) await field.fill(group);
      }
      await button(workspace.recoveryDone).click();
      await window.getByRole('navigation', { name: app.navigation }).waitFor();
      return clean.join('-');
    },
    /** Types the passphrase and presses Enter; what follows is the caller's to expect. */
    async unlock(passphrase: string): Promise<void> {
      await window.getByRole('heading', { name: workspace.unlockTitle }).waitFor();
      await window.getByLabel(workspace.passphrase, { exact: true }).fill(passphrase);
      await window.keyboard.press('Enter');
    },
    async recover(code: string, passphrase: string): Promise<string> {
      await button(workspace.forgot).click();
      await window.getByLabel(workspace.recoveryCode, { exact: true }).fill(code);
      await page.typePassphrase(passphrase, workspace.newPassphrase);
      await button(workspace.recoverNow).click();
      return page.keepRecoveryCode();
    },
  };
  return page;
}
