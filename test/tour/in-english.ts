import { join } from 'node:path';
import { goTo } from '../e2e/pages/navigation.ts';
import { verifyPack } from '../e2e/pages/packs.ts';
import { openRecord } from '../e2e/pages/records.ts';
import { leaveSearch, search } from '../e2e/pages/search.ts';
import { unlockWorkspace } from '../e2e/pages/workspace.ts';
import { answerOpenDialog } from '../support/dialogs.ts';
import type { Tour } from './tour.ts';
import { queries, written } from './texts.ts';

/** The main screens once more, in English; the last in the dark theme. */
export async function showInEnglish(tour: Tour, pack: string): Promise<void> {
  const { seat, album, work, passphrase } = tour;
  const { window, words } = seat;
  await album.take(window, 'en-welcome');
  await answerOpenDialog(seat.electron, [join(work, 'workspace')]);
  await window.getByRole('button', { name: words.workspace.open }).click();
  await window.getByLabel(words.workspace.passphrase, { exact: true }).waitFor();
  await album.take(window, 'en-unlock');
  await unlockWorkspace(seat, passphrase);
  await album.take(window, 'en-home');
  await goTo(seat, words.records.all);
  await openRecord(seat, written.title);
  await album.take(window, 'en-record');
  await search(seat, queries[0]);
  await album.take(window, 'en-search');
  await leaveSearch(seat);
  await goTo(seat, words.points.title);
  await album.take(window, 'en-points');
  await goTo(seat, words.packs.title);
  await album.take(window, 'en-packs');
  await verifyPack(seat, pack, () => album.take(window, 'en-verified'));
  await goTo(seat, words.settings.title);
  await window.getByText(words.settings.themes.dark, { exact: true }).click();
  await album.take(window, 'en-settings-dark');
  await goTo(seat, words.records.all);
  await openRecord(seat, written.title);
  await album.take(window, 'en-record-dark');
}
