import { pinyin } from 'pinyin-pro';
import { fold } from './fold.ts';

/** A Han character of a title and its syllable, without tone, ü as v. Places as in the text given. */
type Sound = { start: number; end: number; syllable: string };

/**
 * The sounds of a title: characters that stand side by side in one run, a new run at whatever has no sound. Of a character
 * with several readings the one that its words suggest (重庆 is chong qing).
 */
export function soundsOf(title: string): Sound[][] {
  const runs: Sound[][] = [];
  let isRunning = false;
  let start = 0;
  for (const { origin, pinyin: syllable, isZh } of pinyin(fold(title), readWithoutTones)) {
    const end = start + origin.length;
    const hasSound = isZh && /^[a-z]+$/.test(syllable);
    if (hasSound) {
      if (!isRunning) runs.push([]);
      runs.at(-1)?.push({ start, end, syllable });
    }
    isRunning = hasSound;
    start = end;
  }
  return runs;
}

const readWithoutTones = { toneType: 'none', type: 'all', v: true } as const;

/** Fewer letters have too many meanings. */
const SHORTEST = 2;
const LONGEST = 60;

/** Whether a folded term may be meant as pinyin or initials: Latin letters only. */
export function mayBeSound(term: string): boolean {
  return term.length >= SHORTEST && term.length <= LONGEST && /^[a-z]+$/.test(term);
}

/**
 * Where a term stands in a title as pinyin (`jiamao`, the last syllable perhaps unfinished: `jiam`) or as initials
 * (`jm`); a term begins with a character and, as pinyin, holds at least one whole syllable.
 */
export function findSounds(title: string, term: string): { start: number; end: number }[] {
  if (!mayBeSound(term)) return [];
  return soundsOf(title).flatMap((run) =>
    run.flatMap((first, at) => {
      const letters = run.slice(at, at + term.length);
      const initials = letters.map(({ syllable }) => syllable.charAt(0)).join('');
      const isInitials = initials === term;
      const count = isInitials ? letters.length : soundingLength(run, at, term);
      const last = run[at + count - 1];
      return count === 0 || last === undefined ? [] : [{ start: first.start, end: last.end }];
    }),
  );
}

/** How many characters from `at` a term covers as pinyin; 0 if it does not. */
function soundingLength(run: readonly Sound[], at: number, term: string): number {
  let rest = term;
  for (let next = at; next < run.length; next += 1) {
    const syllable = run[next]?.syllable ?? '';
    if (rest.startsWith(syllable)) rest = rest.slice(syllable.length);
    else if (next > at && syllable.startsWith(rest)) return next - at + 1;
    else return 0;
    if (rest === '') return next - at + 1;
  }
  return 0;
}

/** Marks an initial in the index, where whole syllables stand as they are. */
const initialMark = '¨';
const between = '¶';

/** A title's sounds as the index keeps them: its syllables, then its initials. */
export function soundTokens(title: string): string[] {
  const runs = soundsOf(title);
  if (runs.length === 0) return [];
  const each = (token: (sound: Sound) => string) =>
    runs.flatMap((run) => [between, ...run.map(token)]);
  return [
    ...each(({ syllable }) => syllable),
    ...each(({ syllable }) => initialMark + syllable.charAt(0)),
  ];
}

/** A phrase of index tokens; of an open one the last token may go on. */
export type SoundPhrase = { tokens: string[]; isOpen: boolean };

const MOST_READINGS = 64;
/** A word that has no reading must not be tried in every way. */
const MOST_STEPS = 2000;

/** All that a term can mean as sounds, to be looked for in the index: initials, and each way to part it into syllables. */
export function soundPhrases(term: string): SoundPhrase[] {
  if (!mayBeSound(term)) return [];
  const phrases: SoundPhrase[] = [
    { tokens: Array.from(term, (letter) => initialMark + letter), isOpen: false },
  ];
  let steps = 0;
  const read = (rest: string, before: readonly string[]): void => {
    steps += 1;
    if (phrases.length > MOST_READINGS || steps > MOST_STEPS) return;
    if (rest === '') {
      phrases.push({ tokens: [...before], isOpen: false });
      return;
    }
    for (let length = Math.min(LONGEST_SYLLABLE, rest.length); length > 0; length -= 1) {
      const syllable = rest.slice(0, length);
      if (syllables.has(syllable)) read(rest.slice(length), [...before, syllable]);
    }
    if (before.length > 0 && beginnings.has(rest)) {
      phrases.push({ tokens: [...before, rest], isOpen: true });
    }
  };
  read(term, []);
  return phrases;
}

const LONGEST_SYLLABLE = 6;
const syllables: ReadonlySet<string> = new Set(
  (
    'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ' +
    'ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui ' +
    'chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ' +
    'ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan ' +
    'gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen ' +
    'heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju ' +
    'juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai ' +
    'lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ' +
    'ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne ' +
    'nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang ' +
    'pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu ' +
    'qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se ' +
    'sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun ' +
    'shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou ' +
    'tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu ' +
    'xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze ' +
    'zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang ' +
    'zhui zhun zhuo zi zong zou zu zuan zui zun zuo'
  ).split(' '),
);
/** What is the beginning of a syllable, and none itself: those are found as syllables. */
const beginnings: ReadonlySet<string> = new Set(
  [...syllables].flatMap((one) => Array.from(one, (_, at) => one.slice(0, at + 1))),
);
