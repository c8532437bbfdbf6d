import { regions } from '../templates/code-lists/regions.ts';
import { fold } from '../text/fold.ts';

const endings =
  /(?:维吾尔自治区|壮族自治区|回族自治区|自治区|生产建设兵团|省|市|人民检察院|检察院)+$/u;
const byName = new Map<string, string>();
for (const { code, name } of regions) {
  for (const known of [code, name['zh-CN'], shortOf(name['zh-CN']), name.en]) {
    byName.set(plain(known), code);
  }
}
// The Corps lies in Xinjiang and is not Xinjiang.
byName.set(plain('兵团'), 'bingtuan');
byName.set(plain('新疆兵团'), 'bingtuan');
byName.set(plain('新疆生产建设兵团'), 'bingtuan');
byName.set(plain('新疆'), '650000');

/** The code of the region that a cell names: GB/T 2260 in two or six digits, the full name, the short one, in Chinese or English. */
export function regionNamed(text: string): string | null {
  const name = plain(text);
  if (/^\d{2}$/u.test(name)) return byName.get(`${name}0000`) ?? null;
  return byName.get(name) ?? byName.get(shortOf(name)) ?? null;
}

/** The region in whose name the name of an office begins, as 江苏省苏州市人民检察院 does. Null: its name does not say. */
export function regionOfName(officeName: string): string | null {
  const name = plain(officeName);
  if (name.includes('兵团')) return 'bingtuan';
  let [found, length]: [string | null, number] = [null, 1];
  for (const [known, code] of byName) {
    if (known.length > length && name.startsWith(known)) [found, length] = [code, known.length];
  }
  return found;
}

function shortOf(name: string): string {
  return name.replace(endings, '');
}

function plain(text: string): string {
  return fold(text).replaceAll(/\s+/gu, '').toLowerCase();
}
