import type { Locator } from '@playwright/test';
import type { Seat } from './seat.ts';

/** Types a query and waits for its answer; gives the hits on the screen. */
export async function search({ window, words }: Seat, query: string): Promise<Locator> {
  await window.keyboard.press('Control+f');
  await window.getByRole('combobox', { name: words.search.box }).fill(query);
  const results = window.getByRole('listbox', { name: words.search.results });
  // Each query has its own list; the marked words show that the one on the screen is this one's.
  await results.getByRole('option').locator('mark', { hasText: query }).first().waitFor();
  return results.getByRole('option');
}

export async function leaveSearch({ window, words }: Seat): Promise<void> {
  await window.getByRole('combobox', { name: words.search.box }).press('Escape');
}
