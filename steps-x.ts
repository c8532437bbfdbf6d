import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningApp } from './test/support/app.ts';
import { createWorkspace } from './test/e2e/pages/workspace.ts';
import { newRecord, writeSection, waitUntilSaved } from './test/e2e/pages/records.ts';
import { wordsOf } from './shared/i18n/index.ts';
import { goTo } from './test/e2e/pages/navigation.ts';
import { enrolOffice } from './test/e2e/pages/points.ts';
import { commandLineOf } from './test/tour/command-line.ts';

export default async function steps(running: RunningApp) {
  const lang = process.env['LANG_X'] === 'en' ? 'en' : 'zh-CN';
  const words = wordsOf(lang);
  const seat = { ...running, words } as never as Parameters<typeof goTo>[0];
  const work = mkdtempSync(join(tmpdir(), 'shoot-'));
  const desk = commandLineOf(join(work, 'desk'), '云汀江畔-四月新茶-2026');
  desk('init', '--kind', 'desk', '--name', '江岚省人民检察院');
  const { fingerprint } = desk<{ fingerprint: string }>('card', '--out', join(work, 'desk.jzcard'));
  await createWorkspace(seat, { folder: join(work, 'w'), name: '云汀市人民检察院', passphrase: '云汀江畔-四月新茶-2026' });
  await newRecord(seat, 'typical-case', '陆小川侵犯著作权案');
  await writeSection(seat, 'facts', ['被告人陆小川，男，住江岚省云汀市望舒区柳河街12号。联系电话13912345678，邮箱 lu@example.com。', '后陆小川认罪认罚，其同伙何某甲另案处理。被告人陆小川的车牌号为京A12345。']);
  await waitUntilSaved(seat);
  await enrolOffice(seat, join(work, 'desk.jzcard'), fingerprint);
  await goTo(seat, words.packs.title);
  const { window } = running;
  await window.getByRole('main').getByRole('button', { name: words.packs.export }).first().click();
  const dialog = window.getByRole('dialog', { name: words.packs.export });
  await dialog.getByRole('option').first().click();
  await dialog.getByRole('button', { name: words.app.next }).click();
  await dialog.getByRole('radio').first().click();
  await dialog.getByRole('button', { name: words.app.next }).click();
  await dialog.getByRole('status').waitFor();
  await window.waitForTimeout(400);
  if (process.env['STOP_X'] === 'check') return;
  const list = dialog.getByRole('listbox');
  await list.focus();
  await window.keyboard.press('1');
  await window.waitForTimeout(300);
  for (let i = 0; i < 6; i++) { if (await dialog.getByRole('button', { name: words.app.next }).isEnabled()) break; await list.focus(); await window.keyboard.press('2'); await window.waitForTimeout(300); }
  if (process.env['STOP_X'] === 'decided') return;
  await dialog.getByRole('button', { name: words.app.next }).click();
  await window.waitForTimeout(500);
  await dialog.getByRole('button', { name: words.preflight.next }).click();
  await window.waitForTimeout(300);
}
