import { expect, type Locator } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from '../../support/dialogs.ts';
import { goTo } from './navigation.ts';
import type { Seat } from './seat.ts';

type Export = { titles: string[]; office: string; file: string };
type Moment = () => Promise<void>;
const nothing: Moment = () => Promise.resolve();

/** Makes a pack of records for an enrolled office. `beforeIt` sees the last step filled in, `afterIt` the result. */
export async function exportPack(
  seat: Seat,
  wanted: Export,
  { beforeIt = nothing, afterIt = nothing }: { beforeIt?: Moment; afterIt?: Moment } = {},
): Promise<void> {
  const { window, electron, words } = seat;
  const { app, packs } = words;
  await goTo(seat, packs.title);
  await window.getByRole('main').getByRole('button', { name: packs.export }).first().click();
  const dialog = window.getByRole('dialog', { name: packs.export });
  for (const title of wanted.titles) {
    const row = dialog.getByRole('option').filter({ hasText: title });
    if ((await row.getAttribute('aria-selected')) !== 'true') await row.click();
  }
  await approveChosen(dialog, words);
  await dialog.getByRole('button', { name: app.next }).click();
  await dialog.getByRole('radio', { name: wanted.office }).click();
  await dialog.getByRole('button', { name: app.next }).click();
  await keepWhatIsFound(seat);
  await dialog.getByRole('button', { name: app.next }).click();
  await dialog.getByRole('region', { name: words.preflight.preview }).last().waitFor();
  await dialog.getByRole('button', { name: app.next }).click();
  await answerSaveDialog(electron, wanted.file);
  await dialog.getByRole('button', { name: packs.chooseFile }).click();
  await beforeIt();
  await dialog.getByRole('button', { name: packs.exportNow }).click();
  const done = window.getByRole('dialog', { name: packs.done });
  await expect(done.getByTestId('pack-file')).toHaveText(wanted.file, { timeout: 60_000 });
  await afterIt();
  await done.getByRole('button', { name: app.close, exact: true }).last().click();
  await expect(done).toBeHidden();
}

/** An office with one officer approves what it sends as it sends it. */
export async function approveChosen(dialog: Locator, { review }: Seat['words']): Promise<void> {
  const approval = dialog.getByTestId('approval');
  await expect(approval).toHaveAttribute('data-state', /ready|missing/u);
  if ((await approval.getAttribute('data-state')) === 'ready') return;
  const [before = ''] = review.approveThese('#').split('#');
  await approval.getByRole('button', { name: before }).click();
  await expect(approval).toHaveAttribute('data-state', 'ready');
}

/** Decides what is open to be kept, kind by kind, as invented material can be. */
export async function keepWhatIsFound({ window, words }: Seat): Promise<void> {
  const { preflight, app, packs } = words;
  const dialog = window.getByRole('dialog', { name: packs.export });
  const next = dialog.getByRole('button', { name: app.next });
  await dialog.getByRole('region', { name: preflight.title }).getByRole('status').waitFor();
  while (!(await next.isEnabled())) {
    await dialog.getByRole('textbox', { name: preflight.reason }).fill('虚构的演示材料');
    await dialog.getByRole('button', { name: preflight.keep, exact: true }).click();
  }
}

/** Looks into a pack and waits for the word that it is sound. `whenShown` sees the finding. */
export async function verifyPack(
  seat: Seat,
  file: string,
  whenShown: Moment = nothing,
): Promise<void> {
  const { window, electron, words } = seat;
  const { app, packs } = words;
  await goTo(seat, packs.title);
  await window.getByRole('main').getByRole('button', { name: packs.verify }).first().click();
  const dialog = window.getByRole('dialog', { name: packs.verifyTitle });
  await answerOpenDialog(electron, [file]);
  await dialog.getByRole('button', { name: packs.verifyChoose }).click();
  await dialog.getByRole('group', { name: packs.verifiedTitle }).waitFor({ timeout: 60_000 });
  await whenShown();
  await dialog.getByRole('button', { name: app.close, exact: true }).last().click();
  await expect(dialog).toBeHidden();
}
