import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOpenDialog } from '../../support/dialogs.ts';
import { writePdf } from '../../support/write-pdf.ts';
import { comparison, keepAs, revisionRow } from './history.ts';
import { goTo } from './navigation.ts';
import { waitUntilSaved } from './records.ts';
import type { Seat } from './seat.ts';

/** A screen to take a picture of: how to get there, and away again. */
export type Screen = {
  name: string;
  libraries: readonly ('empty' | 'full')[];
  go: (seat: Seat) => Promise<void>;
  leave?: (seat: Seat) => Promise<void>;
  /** The inspector is covered: how far it is scrolled there is chance. */
  hidesInspector?: true;
};

const both = ['empty', 'full'] as const;
const full = ['full'] as const;

const escape = ({ window }: Seat) => window.keyboard.press('Escape');
const click = ({ window }: Seat, name: string) =>
  window.getByRole('button', { name, exact: true }).first().click();

async function find({ window, words }: Seat): Promise<void> {
  await window.getByRole('combobox', { name: words.search.box }).fill('地理标志');
  await window.waitForTimeout(600);
}

async function leaveSearch({ window, words }: Seat): Promise<void> {
  await window.getByRole('combobox', { name: words.search.box }).fill('');
  await window.getByRole('combobox', { name: words.search.box }).press('Escape');
}

async function inViewMenu({ window, words }: Seat, ...names: string[]): Promise<void> {
  for (const name of names) {
    await window.getByRole('button', { name: words.listing.view, exact: true }).click();
    await window.getByRole('menuitem', { name, exact: true }).click();
  }
}

function fileOf(name: string, content: string | Buffer): string {
  const file = join(mkdtempSync(join(tmpdir(), 'jianzhi-look-')), name);
  writeFileSync(file, content);
  return file;
}

/** A version by name, something written after it, and the two side by side. */
async function compareVersions(seat: Seat): Promise<void> {
  const { window } = seat;
  await keepAs(seat, '送审稿');
  await window.locator('.editor-section p').first().click();
  await window.keyboard.press('Home');
  await window.keyboard.insertText('经查，');
  await waitUntilSaved(seat);
  await revisionRow(seat, '送审稿').click();
  await comparison(seat).locator('ins').first().waitFor();
  const said = window
    .getByRole('status')
    .getByRole('button', { name: seat.words.app.dismiss })
    .last();
  if (await said.isVisible()) await said.click();
}

async function previewPdf(seat: Seat): Promise<void> {
  const { window, electron, words } = seat;
  const name = '岑岭茶业商标鉴定意见.pdf';
  const pages = [
    '岑岭茶业商标鉴定意见\n送检包装与注册商标构成相同。',
    '附表：销售金额\n四十八万余元。',
  ];
  await answerOpenDialog(electron, [fileOf(name, writePdf(pages))]);
  await window.getByRole('button', { name: words.attachments.add }).click();
  await window.getByRole('button', { name }).first().click();
  await window.getByRole('dialog').locator('canvas').first().waitFor();
}

export async function previewImport(seat: Seat): Promise<void> {
  const { window, electron, words } = seat;
  await click(seat, words.records.importFiles);
  const dialog = window.getByRole('dialog', { name: words.records.importTitle });
  const text =
    '林某假冒注册商标案\n\n【基本案情】\n林某在云汀市销售假冒茶叶。\n\n【典型意义】\n全链条打击。\n';
  await answerOpenDialog(electron, [fileOf('林某假冒注册商标案.txt', text)]);
  await dialog.getByRole('button', { name: words.records.chooseFiles, exact: true }).click();
  await dialog.getByRole('button', { name: words.imports.look }).click();
  await window.getByRole('button', { name: words.records.importNow }).waitFor();
}

export const screens: readonly Screen[] = [
  { name: 'records', libraries: ['empty'], go: (seat) => goTo(seat, seat.words.records.all) },
  {
    name: 'records',
    libraries: full,
    go: async (seat) => {
      await goTo(seat, seat.words.records.all);
      await seat.window.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'record',
    libraries: full,
    go: async ({ window }) => {
      await window.getByRole('option').first().click();
      await window.locator('.editor-section').first().waitFor();
    },
  },
  {
    name: 'table',
    libraries: full,
    go: async (seat) => {
      const { listing } = seat.words;
      await inViewMenu(seat, listing.asTable, listing.groups.kind);
      await seat.window.getByRole('group', { name: listing.columnsTitle }).waitFor();
    },
    leave: (seat) => inViewMenu(seat, seat.words.listing.asRows, seat.words.listing.noGroups),
  },
  {
    name: 'new-record',
    libraries: both,
    go: (seat) => click(seat, seat.words.records.newRecord),
    leave: escape,
  },
  {
    name: 'import',
    libraries: both,
    go: (seat) => click(seat, seat.words.records.importFiles),
    leave: escape,
  },
  { name: 'import-preview', libraries: full, go: previewImport, leave: escape },
  { name: 'search', libraries: ['empty'], go: (seat) => find(seat), leave: leaveSearch },
  {
    name: 'search',
    libraries: full,
    go: async (seat) => {
      await find(seat);
      await seat.window.getByRole('option').locator('mark').first().waitFor();
    },
    leave: leaveSearch,
  },
  { name: 'trash', libraries: both, go: (seat) => goTo(seat, seat.words.records.trash) },
  { name: 'sources', libraries: both, go: (seat) => goTo(seat, seat.words.sources.title) },
  {
    name: 'source-form',
    libraries: full,
    go: (seat) => click(seat, seat.words.sources.add),
    leave: escape,
  },
  { name: 'packs', libraries: both, go: (seat) => goTo(seat, seat.words.packs.title) },
  { name: 'points', libraries: both, go: (seat) => goTo(seat, seat.words.points.title) },
  { name: 'settings', libraries: both, go: (seat) => goTo(seat, seat.words.settings.title) },
  // Last: what they leave in the library would show in the others.
  {
    name: 'pdf',
    libraries: full,
    hidesInspector: true,
    go: async (seat) => {
      await goTo(seat, seat.words.records.all);
      await seat.window.getByRole('option').first().click();
      await seat.window.locator('.editor-section').first().waitFor();
      const show = seat.window.getByRole('button', { name: seat.words.app.showInspector });
      // In a narrow window it is folded away.
      if (await show.isVisible()) await show.click();
      await previewPdf(seat);
    },
    leave: escape,
  },
  { name: 'versions', libraries: full, go: compareVersions, hidesInspector: true },
];
