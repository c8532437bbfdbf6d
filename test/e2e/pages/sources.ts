import { expect, type Locator } from '@playwright/test';
import { answerOpenDialog } from '../../support/dialogs.ts';
import { goTo } from './navigation.ts';
import type { Seat } from './seat.ts';

/** Takes a CSL-JSON file into the library, from the page of sources. */
export async function importSources(seat: Seat, file: string): Promise<void> {
  const { window, electron, words } = seat;
  await goTo(seat, words.sources.title);
  await answerOpenDialog(electron, [file]);
  await window.getByRole('button', { name: words.sources.more }).click();
  await window.getByRole('menuitem', { name: words.sources.importFile }).click();
}

/** The list of the library. */
export const sourceRows = ({ window, words }: Seat): Locator =>
  window.getByRole('listbox', { name: words.sources.listOf }).getByRole('option');

/** Opens a source of the list. */
export async function openSource(seat: Seat, title: string): Promise<void> {
  await sourceRows(seat).filter({ hasText: title }).click();
  await expect(seat.window.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Cites sources where the caret is, each found by a few words, with the keyboard alone. */
export async function cite(seat: Seat, ...finds: string[]): Promise<void> {
  const { window, words } = seat;
  await window.keyboard.press('Control+Alt+KeyC');
  const picker = window.getByRole('dialog', { name: words.citations.title });
  const box = picker.getByRole('combobox', { name: words.citations.find });
  const chosen = picker.getByRole('list', { name: words.citations.chosen }).getByRole('listitem');
  for (const [at, find] of finds.entries()) {
    await expect(box).toBeFocused();
    await window.keyboard.insertText(find);
    await expect(picker.locator('[role=option][data-active]')).toContainText(find);
    await window.keyboard.press('Enter');
    await expect(chosen).toHaveCount(at + 1);
  }
  await window.keyboard.press('Enter');
  await expect(picker).toBeHidden();
}

/** The marks in the text, in reading order. */
export const marks = ({ window }: Seat) => window.locator('.editor-citation').allTextContents();

/** The lines of the list at the end. */
export const references = ({ window, words }: Seat): Locator =>
  window.getByRole('region', { name: words.citations.references }).getByRole('listitem');
