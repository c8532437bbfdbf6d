import { expect } from '@playwright/test';
import type { RecordKind } from '../../../shared/contract/records.ts';
import { answerOpenDialog } from '../../support/dialogs.ts';
import type { Seat } from './seat.ts';

/** Imports files as one kind and closes the report. `whenDone` sees the report. */
export async function importFiles(
  seat: Seat,
  kind: RecordKind,
  files: string[],
  whenDone: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { window, electron, words } = seat;
  const { records } = words;
  await window.getByRole('button', { name: records.importFiles, exact: true }).first().click();
  const dialog = window.getByRole('dialog', { name: records.importTitle });
  await dialog.getByRole('combobox', { name: records.importAs }).click();
  await window.getByRole('option', { name: words.kinds[kind], exact: true }).click();
  await answerOpenDialog(electron, files);
  await dialog.getByRole('button', { name: records.chooseFiles, exact: true }).click();
  await dialog.getByRole('button', { name: records.importNow }).click();
  const report = window.getByRole('dialog', { name: records.importDone });
  await expect(report).toContainText(records.importedCount(String(files.length)));
  await whenDone();
  await report.getByRole('button', { name: words.app.close, exact: true }).last().click();
  await expect(report).toBeHidden();
}

export async function newRecord(seat: Seat, kind: RecordKind, title: string): Promise<void> {
  const { window, words } = seat;
  const { records } = words;
  await window.getByRole('button', { name: records.newRecord }).first().click();
  const dialog = window.getByRole('dialog', { name: records.newRecord });
  await dialog.getByRole('radio', { name: words.kinds[kind] }).click();
  await dialog.getByLabel(records.title).fill(title);
  await dialog.getByRole('button', { name: records.createNow }).click();
  // A record that is open has a title too, and so has the dialog.
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('textbox', { name: records.title })).toHaveValue(title);
}

/** Types paragraphs at the end of a section of the open record. */
export async function writeSection({ window }: Seat, id: string, lines: string[]): Promise<void> {
  await window.locator(`[data-section="${id}"] .editor-section-body > *`).last().click();
  await window.keyboard.press('End');
  for (const [index, line] of lines.entries()) {
    if (index > 0) await window.keyboard.press('Enter');
    await window.keyboard.insertText(line);
  }
}

export async function addKeyword({ window, words }: Seat, keyword: string): Promise<void> {
  await window.getByLabel(words.records.addKeyword).fill(keyword);
  await window.keyboard.press('Enter');
}

/** Waits until the status bar says that everything is on the disk. */
export async function waitUntilSaved({ window }: Seat): Promise<void> {
  await expect(window.getByTestId('save-state')).toHaveAttribute('data-saving', 'saved');
}

/** Opens the record of this title from the list at hand. */
export async function openRecord({ window }: Seat, title: string): Promise<void> {
  await window.getByRole('option').filter({ hasText: title }).first().click();
  await window.locator('.editor-section').first().waitFor();
}
