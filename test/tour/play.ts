import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { takeSeat, type Seat } from '../e2e/pages/seat.ts';
import type { Album } from './album.ts';
import { commandLineOf } from './command-line.ts';
import { showInEnglish } from './in-english.ts';
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
import { desk as deskName } from './texts.ts';
import type { Tour } from './tour.ts';

export type Play = {
  /** A temporary folder, empty. */
  work: string;
  album: Album;
  /** The pack file to be made. */
  pack: string;
  /** Called around every step. */
  step: (chinese: string, english: string, act: () => Promise<void>) => Promise<void>;
};
export type Played = {
  /** What the tools nobody here wrote said. */
  checks: string[];
  /** What the windows' consoles complained about. */
  complaints: string[];
};

const PASSPHRASE = '云汀江畔-四月新茶-2026';

/** From the first window to the pack that others can check. Throws where a step failed; the window is closed then too. */
export async function playTour(play: Play): Promise<Played> {
  const { work, album, pack, step } = play;
  mkdirSync(join(work, 'workspace'));
  const complaints: string[] = [];
  let seat: Seat | undefined;
  const open = async (language: 'zh-CN' | 'en'): Promise<Tour> => {
    seat = await takeSeat({
      userData: join(work, `user-data-${language}`),
      language,
      opensWith: 'home',
    });
    return { seat, album, work, passphrase: PASSPHRASE };
  };
  const close = async () => {
    complaints.push(...((await seat?.complaints()) ?? []));
    await seat?.close();
    seat = undefined;
  };
  try {
    await playInChinese(await open('zh-CN'), pack, step);
    await close();
    const english = await open('en');
    await step('英文界面', 'the same in English', () => showInEnglish(english, pack));
    await close();
    let checks: string[] = [];
    await step('独立核验', 'check with tools nobody here wrote', () => {
      checks = checkOutside(work, pack);
      return Promise.resolve();
    });
    return { checks, complaints };
  } catch (error) {
    if (seat !== undefined) {
      await album.take(seat.window, 'failed').catch(() => undefined);
      await seat.close().catch(() => undefined);
    }
    throw error;
  }
}

async function playInChinese(tour: Tour, pack: string, step: Play['step']): Promise<void> {
  const { work } = tour;
  const desk = commandLineOf(join(work, 'desk'), PASSPHRASE);
  await step('新建工作库', 'create the workspace', () => createFirst(tour));
  await step('导入文本', 'import texts', () => importTexts(tour));
  await step('撰写典型案例', 'write a typical case', () => write(tour));
  await step('中文检索', 'search in Chinese', () => searchChinese(tour));
  await step('登记接收端', 'enrol the desk', async () => {
    const deskCard = join(work, 'desk.jzcard');
    const ownCard = join(work, 'own.jzcard');
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
}

/** The window is closed by now: a workspace has one writer at a time. */
function checkOutside(work: string, pack: string): string[] {
  const ageIdentity = join(work, 'desk.key');
  const minisignPublicKey = join(work, 'own.pub');
  const desk = commandLineOf(join(work, 'desk'), PASSPHRASE);
  const own = commandLineOf(join(work, 'workspace'), PASSPHRASE);
  desk('keys', '--age-identity', ageIdentity, '--yes-write-secret');
  own('card', '--minisign', minisignPublicKey);
  return checkIndependently({ pack, ageIdentity, minisignPublicKey, folder: join(work, 'bag') });
}
