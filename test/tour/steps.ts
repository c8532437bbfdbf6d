import { join } from 'node:path';
import { expect } from '@playwright/test';
import { goTo } from '../e2e/pages/navigation.ts';
import { exportPack, verifyPack } from '../e2e/pages/packs.ts';
import { enrolOffice, saveOwnCard } from '../e2e/pages/points.ts';
import {
  addKeyword,
  importFiles,
  newRecord,
  openRecord,
  waitUntilSaved,
  writeSection,
} from '../e2e/pages/records.ts';
import { leaveSearch, search } from '../e2e/pages/search.ts';
import { createWorkspace } from '../e2e/pages/workspace.ts';
import type { Tour } from './tour.ts';
import { desk, draft, office, precedents, queries, written } from './texts.ts';

export async function createFirst({ seat, album, work, passphrase }: Tour): Promise<void> {
  await album.take(seat.window, 'zh-welcome');
  const wanted = { folder: join(work, 'workspace'), name: office, passphrase };
  await createWorkspace(seat, wanted, (at) => album.take(seat.window, `zh-create-${at}`));
  await album.take(seat.window, 'zh-empty');
}

export async function importTexts({ seat, album }: Tour): Promise<void> {
  await importFiles(seat, 'precedent', precedents);
  await importFiles(seat, 'typical-case', [draft], () => album.take(seat.window, 'zh-import'));
  await goTo(seat, seat.words.kinds.precedent);
  await openRecord(seat, '陈某某假冒注册商标案');
  await album.take(seat.window, 'zh-precedent');
}

export async function write({ seat, album }: Tour): Promise<void> {
  await goTo(seat, seat.words.records.all);
  await newRecord(seat, 'typical-case', written.title);
  for (const keyword of written.keywords) await addKeyword(seat, keyword);
  for (const [id, lines] of Object.entries(written.sections)) {
    await writeSection(seat, id, [...lines]);
  }
  await waitUntilSaved(seat);
  await album.take(seat.window, 'zh-writing');
}

export async function searchChinese({ seat, album }: Tour): Promise<void> {
  for (const query of queries) {
    const hits = await search(seat, query);
    await expect(hits.filter({ hasText: written.title })).toHaveCount(1);
  }
  const hits = await search(seat, '假冒注册商标');
  expect(await hits.count()).toBeGreaterThan(1);
  await hits.first().click();
  await seat.window.locator('.editor-section').first().waitFor();
  await album.take(seat.window, 'zh-search');
  await leaveSearch(seat);
}

/** Enrols the desk, the fingerprint typed as heard; answers the own fingerprint as the desk would hear it. */
export async function enrolDesk(
  { seat, album }: Tour,
  cards: { deskCard: string; fingerprint: string; ownCard: string },
): Promise<string> {
  const own = await saveOwnCard(seat, cards.ownCard);
  await enrolOffice(seat, cards.deskCard, cards.fingerprint, () =>
    album.take(seat.window, 'zh-enrol'),
  );
  await album.take(seat.window, 'zh-points');
  return own;
}

export async function exportTo({ seat, album }: Tour, file: string): Promise<void> {
  const imported = '岑岭';
  await exportPack(
    seat,
    { titles: [written.title, imported], office: desk, file },
    {
      beforeIt: () => album.take(seat.window, 'zh-export'),
      afterIt: () => album.take(seat.window, 'zh-exported'),
    },
  );
}

export async function verify({ seat, album }: Tour, file: string): Promise<void> {
  await verifyPack(seat, file, () => album.take(seat.window, 'zh-verified'));
}
