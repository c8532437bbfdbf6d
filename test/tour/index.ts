// The tour: a first day at a contact point, in a real window, with pictures. `npm start` plays it where there is no
// display; `npm start -- --tour` anywhere. Ends with an exit code other than 0 if a step failed.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { projectFolder, runVerb, say, stop } from '../../scripts/project.ts';
import { makeReady } from '../../scripts/ready.ts';
import { takeSeat, type Seat } from '../e2e/pages/seat.ts';
import { openAlbum, type Album } from './album.ts';
import { commandLineOf } from './command-line.ts';
import { checkIndependently } from './independent-check.ts';
import {
  createFirst,
  enrolDesk,
  exportTo,
  importTexts,
  searchChinese,
  verify,
  write,
} from './steps.ts';
import { showInEnglish } from './in-english.ts';
import { desk as deskName } from './texts.ts';
import type { Tour } from './tour.ts';

await runVerb(async () => {
  const folder = emptyFolder();
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-tour-'));
  const { launch, display } = await makeReady();
  process.env['JIANZHI_LAUNCH'] = JSON.stringify(launch);
  const album = openAlbum(join(folder, 'pictures'));
  const pack = join(folder, '报送.jzpack');
  const isDone = await playAll(work, album, pack);
  display.close();
  rmSync(work, { recursive: true, force: true });
  for (const file of album.files) console.log(file);
  if (!isDone) return 1;
  say(`The pack: ${pack}`, `经验包：${pack}`);
  return 0;
});

/** The project's own folder is made anew each time; one that somebody named must be empty. */
function emptyFolder(): string {
  const named = process.env['JIANZHI_TOUR_DIR'];
  const folder = resolve(named ?? join(projectFolder, 'tour'));
  if (named === undefined) rmSync(folder, { recursive: true, force: true });
  else if (filesIn(folder).length > 0)
    stop(`${folder} is not empty.`, `文件夹 ${folder} 不是空的。`);
  return folder;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function playAll(work: string, album: Album, pack: string): Promise<boolean> {
  const passphrase = '云汀江畔-四月新茶-2026';
  const desk = commandLineOf(join(work, 'desk'), passphrase);
  const own = commandLineOf(join(work, 'workspace'), passphrase);
  const deskCard = join(work, 'desk.jzcard');
  const ownCard = join(work, 'own.jzcard');
  await mkdir(join(work, 'workspace'));
  const userData = join(work, 'user-data');
  let seat: Seat | undefined;
  try {
    await step('打开窗口', 'open the window', async () => {
      seat = await takeSeat({ userData, language: 'zh-CN' });
      await album.take(seat.window, 'zh-welcome');
    });
    if (seat === undefined) return false;
    const tour: Tour = { seat, album, work, passphrase };
    await step('新建工作库', 'create the workspace', () => createFirst(tour));
    await step('导入文本', 'import texts', () => importTexts(tour));
    await step('撰写典型案例', 'write a typical case', () => write(tour));
    await step('中文检索', 'search in Chinese', () => searchChinese(tour));
    await step('登记接收端', 'enrol the desk', async () => {
      desk('init', '--kind', 'desk', '--name', deskName);
      const { fingerprint } = desk<{ fingerprint: string }>('card', '--out', deskCard);
      const ours = await enrolDesk(tour, { deskCard, fingerprint, ownCard });
      desk('enrol', ownCard, '--fingerprint', ours);
    });
    await step('生成经验包', 'export the pack', () => exportTo(tour, pack));
    await step('程序核验', 'verify with the program', async () => {
      await verify(tour, pack);
      const found = desk<{ role: string; contents: unknown[] }>('verify', pack);
      if (found.role !== 'recipient' || found.contents.length !== 2)
        throw new Error(`the desk found ${JSON.stringify(found)}`);
    });
    await step('英文界面', 'the same in English', async () => {
      await tour.seat.close();
      seat = await takeSeat({ userData: join(work, 'user-data-en'), language: 'en' });
      await showInEnglish({ ...tour, seat }, pack);
      await seat.close();
      seat = undefined;
    });
    await step('独立核验', 'check with tools nobody here wrote', () => {
      const ageIdentity = join(work, 'desk.key');
      const minisignPublicKey = join(work, 'own.pub');
      desk('keys', '--age-identity', ageIdentity, '--yes-write-secret');
      own('card', '--minisign', minisignPublicKey);
      const check = { pack, ageIdentity, minisignPublicKey, folder: join(work, 'bag') };
      for (const line of checkIndependently(check)) console.log(`    ${line}`);
      return Promise.resolve();
    });
    return true;
  } catch (error) {
    console.error(error);
    if (seat !== undefined) await album.take(seat.window, 'failed').catch(() => undefined);
    return false;
  } finally {
    await seat?.close().catch(() => undefined);
  }
}

async function step(chinese: string, english: string, act: () => Promise<void>): Promise<void> {
  const start = performance.now();
  const name = `${chinese} · ${english}`;
  try {
    await act();
  } catch (error) {
    console.log(`✗ ${name}`);
    throw error;
  }
  console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
