import { goTo } from './navigation.ts';
import type { Seat } from './seat.ts';

/** A screen to take a picture of: how to get there, and away again. */
export type Screen = {
  name: string;
  libraries: readonly ('empty' | 'full')[];
  go: (seat: Seat) => Promise<void>;
  leave?: (seat: Seat) => Promise<void>;
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
  { name: 'packs', libraries: both, go: (seat) => goTo(seat, seat.words.packs.title) },
  { name: 'points', libraries: both, go: (seat) => goTo(seat, seat.words.points.title) },
  { name: 'settings', libraries: both, go: (seat) => goTo(seat, seat.words.settings.title) },
];
