import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { audit } from '../../shared/contract/audit.ts';
import { answerSaveDialog } from '../support/dialogs.ts';
import { requireTools, shell } from '../support/shell.ts';
import { approveChosen } from './pages/packs.ts';
import { newRecord, waitUntilSaved, writeSection } from './pages/records.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace } from './pages/workspace.ts';

const PASSPHRASE = '云汀江畔-四月新茶-2026';
const OFFICE = '云汀市人民检察院';

async function trailOf(seat: Seat) {
  const call = { name: 'audit.list', input: { offset: 0, limit: 20 } };
  const answer = await seat.window.evaluate((made) => window.jianzhi.call(made), call);
  if (!answer.ok) throw new Error(answer.failure.code);
  return audit['audit.list'].output.parse(answer.value).items;
}

/** Opens the dialog from the record and goes through the check, on the keyboard. */
async function goToTheEnd({ window, words }: Seat): Promise<Locator> {
  const { app, documents, preflight } = words;
  await window.getByRole('toolbar').getByRole('button', { name: documents.title }).press('Enter');
  const dialog = window.getByRole('dialog', { name: documents.title });
  await approveChosen(dialog, words);
  const next = dialog.getByRole('button', { name: app.next });
  await next.press('Enter');
  const status = dialog.getByRole('region', { name: preflight.title }).getByRole('status');
  await status.waitFor();
  for (const key of ['1', '2']) {
    if (await next.isEnabled()) break;
    await dialog.getByRole('listbox', { name: preflight.list }).focus();
    await window.keyboard.press(key);
    await window.waitForTimeout(300);
  }
  await next.press('Enter');
  await expect(dialog.getByRole('article')).toContainText('被告人陆某，联系电话×××。');
  await next.press('Enter');
  return dialog;
}

test('a record leaves as Word, as PDF and on paper, checked, marked and asked about first', async () => {
  test.setTimeout(90_000);
  requireTools('pdftotext', 'pdfinfo', 'unzip');
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-documents-'));
  const seat = await takeSeat();
  const { window, electron, words } = seat;
  const { app, documents, fields } = words;
  try {
    await createWorkspace(seat, {
      folder: join(work, 'workspace'),
      name: OFFICE,
      passphrase: PASSPHRASE,
    });
    await newRecord(seat, 'typical-case', '陆小川侵犯著作权案');
    await writeSection(seat, 'facts', ['被告人陆小川，联系电话13912345678。']);
    await window.getByLabel(words.fieldNames.marking, { exact: true }).first().click();
    await window.getByRole('option', { name: fields.markings.internal, exact: true }).click();
    await expect(window.getByRole('contentinfo')).toContainText(fields.markings.internal);
    await waitUntilSaved(seat);

    let dialog = await goToTheEnd(seat);
    const axe = await new AxeBuilder({ page: window })
      .setLegacyMode()
      .include('[role=dialog]')
      .analyze();
    expect(
      axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
    ).toEqual([]);
    const word = join(work, 'case.docx');
    await answerSaveDialog(electron, word);
    await dialog.getByRole('button', { name: documents.chooseFile }).press('Enter');
    await expect(dialog.getByText(word)).toBeVisible();
    const make = dialog.getByRole('button', { name: documents.make, exact: true });
    await expect(make).toBeDisabled();
    await dialog.getByLabel(documents.markingAsk(fields.markings.internal)).press('Space');
    await dialog.getByLabel(documents.date).fill('2026-13-01');
    await expect(make).toBeDisabled();
    await expect(dialog.getByText(documents.dateInvalid)).toBeVisible();
    await dialog.getByLabel(documents.date).fill('2026-11-03');
    await make.press('Enter');
    const done = window.getByRole('dialog', { name: documents.done });
    await expect(done.getByTestId('document-file')).toHaveText(word, { timeout: 30_000 });
    await done.getByRole('button', { name: app.close, exact: true }).last().press('Enter');
    const inWord = shell(work, 'unzip -p case.docx word/document.xml');
    expect(inWord).toContain('内部');
    expect(inWord).toContain('2026年11月3日');
    expect(inWord).not.toMatch(/陆小川|13912345678/u);

    dialog = await goToTheEnd(seat);
    await dialog.getByRole('radio', { name: documents.forms.pdf }).press('Space');
    const pdf = join(work, 'case.pdf');
    await answerSaveDialog(electron, pdf);
    await dialog.getByRole('button', { name: documents.chooseFile }).press('Enter');
    await dialog.getByLabel(documents.markingAsk(fields.markings.internal)).press('Space');
    await make.press('Enter');
    await expect(done.getByTestId('document-file')).toHaveText(pdf, { timeout: 30_000 });
    await done.getByRole('button', { name: app.close, exact: true }).last().press('Enter');
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const text = shell(work, 'pdftotext -layout case.pdf - && pdfinfo case.pdf');
    expect(text).toMatch(/被告人陆某，联系电话×××。/u);
    // In its official place, and in the header.
    expect(text.match(/内部/gu)).toHaveLength(2);
    expect(text).toMatch(/—\s*1\s*—/u);
    expect(text).toMatch(/A4/u);
    expect(text).not.toMatch(/陆小川|13912345678|Author|Mozilla|2026112|Creation.*\d/u);

    await electron.evaluate(({ app: electronApp }) => {
      electronApp.on('web-contents-created', (_event, contents) => {
        contents.print = (_options, told) => {
          // Known to Electron, not to its types.
          const known = contents as unknown as {
            getLastWebPreferences(): Record<string, unknown>;
          };
          const { javascript, nodeIntegration, sandbox, preload } = known.getLastWebPreferences();
          Object.assign(globalThis, {
            printed: {
              javascript,
              nodeIntegration,
              sandbox,
              hasPreload: preload !== undefined,
              url: contents.getURL(),
            },
          });
          const isFirst = !('wasAsked' in globalThis);
          Object.assign(globalThis, { wasAsked: true });
          told?.(!isFirst, isFirst ? 'Print job canceled' : '');
        };
      });
    });
    dialog = await goToTheEnd(seat);
    await dialog.getByRole('radio', { name: documents.forms.paper }).press('Space');
    await dialog.getByLabel(documents.markingAsk(fields.markings.internal)).press('Space');
    await dialog.getByRole('button', { name: documents.print, exact: true }).press('Enter');
    // Whoever closes the system's dialog has printed nothing, and the trail says so.
    await expect(window.getByText(documents.notPrinted)).toBeVisible({ timeout: 30_000 });
    await window.keyboard.press('Escape');
    dialog = await goToTheEnd(seat);
    await dialog.getByRole('radio', { name: documents.forms.paper }).press('Space');
    await dialog.getByLabel(documents.markingAsk(fields.markings.internal)).press('Space');
    await dialog.getByRole('button', { name: documents.print, exact: true }).press('Enter');
    await expect(window.getByText(documents.printed)).toBeVisible({ timeout: 30_000 });
    const items = await trailOf(seat);
    const printing = items.filter(({ action }) => action.startsWith('print-'));
    expect(printing.map(({ action, detail }) => detail['outcome'] ?? action).toReversed()).toEqual([
      'print-asked',
      'cancelled',
      'print-asked',
      'printed',
    ]);
    const printed = await electron.evaluate(() => (globalThis as { printed?: object }).printed);
    expect(printed).toMatchObject({ javascript: false, nodeIntegration: false, sandbox: true });
    expect(printed).toMatchObject({ hasPreload: false, url: 'app://paper/' });
    expect(electron.windows()).toHaveLength(1);
    expect(await seat.complaints()).toEqual([]);
  } finally {
    await seat.close();
    rmSync(work, { recursive: true, force: true });
  }
});
