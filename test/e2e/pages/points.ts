import { expect } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from '../../support/dialogs.ts';
import { goTo } from './navigation.ts';
import type { Seat } from './seat.ts';

/** Writes the own card and answers the fingerprint that the page shows. */
export async function saveOwnCard(seat: Seat, file: string): Promise<string> {
  const { window, electron, words } = seat;
  await goTo(seat, words.points.title);
  await answerSaveDialog(electron, file);
  await window.getByRole('button', { name: words.points.saveCard }).click();
  await expect(window.getByText(words.points.cardSaved(file))).toBeVisible();
  const own = window.getByRole('region', { name: words.points.own });
  const label = await own.getByRole('img').getAttribute('aria-label');
  return (label ?? '').replace(/\D/g, '');
}

/** Enrols the office of a card, the fingerprint typed digit by digit. `whenTyped` sees the dialog filled in. */
export async function enrolOffice(
  seat: Seat,
  card: string,
  fingerprint: string,
  whenTyped: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { window, electron, words } = seat;
  await goTo(seat, words.points.title);
  await window.getByRole('button', { name: words.points.enrol, exact: true }).click();
  const dialog = window.getByRole('dialog', { name: words.points.enrolTitle });
  await answerOpenDialog(electron, [card]);
  await dialog.getByRole('button', { name: words.points.chooseCard }).click();
  await dialog.getByLabel(words.points.typeFingerprint).pressSequentially(fingerprint);
  await whenTyped();
  await dialog.getByRole('button', { name: words.points.enrolNow, exact: true }).click();
  await expect(dialog).toBeHidden();
}
