import { expect, type Locator } from '@playwright/test';
import type { Seat } from './seat.ts';

/** The history of the open record, in the inspector. */
export function historyOf({ window, words }: Seat): Locator {
  return window.getByRole('region', { name: words.revisions.title, exact: true });
}

/** One row of it: the button that compares it with the present text. */
export function revisionRow(seat: Seat, text: string): Locator {
  return historyOf(seat).locator('li').filter({ hasText: text }).getByRole('button').first();
}

export async function keepAs(seat: Seat, name: string): Promise<void> {
  const { window, words } = seat;
  const { revisions } = words;
  await historyOf(seat).getByRole('button', { name: revisions.keep }).click();
  const dialog = window.getByRole('dialog', { name: revisions.keepTitle });
  const field = dialog.getByLabel(revisions.name);
  await field.fill(name);
  await expect(field).toHaveValue(name);
  await field.press('Enter');
  await expect(dialog).toBeHidden();
}

export function comparison({ window, words }: Seat): Locator {
  return window.getByRole('region', { name: words.revisions.comparison });
}
