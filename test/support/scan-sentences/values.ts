import type { Random } from '../../bench/random.ts';
import { between, digits, padded } from './answer.ts';

/** Values that are what they seem, by the published check rules; made up, every one. */

const provinces = [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
].concat([50, 51, 52, 53, 54, 61, 62, 63, 64, 65]);

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function idCheck(first17: string): string {
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

function region(random: Random): string {
  return `${random.pick(provinces)}${padded(between(random, 1, 29))}${padded(between(random, 1, 29))}`;
}

function birthday(random: Random): { year: number; month: number; day: number } {
  return {
    year: between(random, 1938, 2011),
    month: between(random, 1, 12),
    day: between(random, 1, 28),
  };
}

export function idCard(random: Random): string {
  const { year, month, day } = birthday(random);
  const first = `${region(random)}${year}${padded(month)}${padded(day)}${digits(random, 3)}`;
  return first + idCheck(first);
}

/** An identity card whose check is X, which lower case concerns. */
export function idCardWithX(random: Random): string {
  for (;;) {
    const card = idCard(random);
    if (card.endsWith('X')) return card;
  }
}

/** As they were until 1999: two digits of the year, no check. */
export function oldIdCard(random: Random): string {
  const { month, day } = birthday(random);
  return `${region(random)}${between(random, 30, 84)}${padded(month)}${padded(day)}${digits(random, 3)}`;
}

export function wrongIdCard(random: Random): string {
  const right = idCard(random);
  if (random.below(2) === 0) {
    // The check of the next one: never right for this one.
    const check = '10X98765432'.replace(right.at(-1) ?? '', '')[random.below(10)] ?? '0';
    return right.slice(0, 17) + check;
  }
  const date = random.pick([
    '19901341',
    '19850230',
    '20010631',
    '17950412',
    '20450808',
    '19770000',
  ]);
  const first = right.slice(0, 6) + date + right.slice(14, 17);
  return first + idCheck(first);
}

export function mobile(random: Random): string {
  return `1${between(random, 3, 9)}${digits(random, 9)}`;
}

const longAreas = ['0571', '0512', '0592', '0755', '0311', '0431', '0771', '0898', '0931', '0991'];
const shortAreas = ['010', '021', '022', '023', '024', '025', '027', '028', '029', '020'];

/** Area code and number; the number never begins with 0 or 1, nor does it in life. */
export function fixedPhone(random: Random): { area: string; local: string } {
  const isShort = random.below(2) === 0;
  const length = isShort || random.below(2) === 0 ? 8 : 7;
  return {
    area: random.pick(isShort ? shortAreas : longAreas),
    local: `${between(random, 2, 8)}${digits(random, length - 1)}`,
  };
}

export function luhnDigit(body: string): string {
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) {
    const digit = Number(body[body.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

const issuers: [prefix: string, length: number][] = [
  ['622848', 19],
  ['621700', 19],
  ['622202', 19],
  ['621661', 19],
  ['622588', 16],
  ['622155', 16],
  ['625965', 16],
  ['436742', 19],
  ['955880', 19],
  ['458123', 16],
  ['518710', 16],
  ['621483', 16],
  ['623058', 19],
  ['621799', 18],
  ['622908', 18],
  ['622909', 17],
];

export function bankCard(random: Random): string {
  const [prefix, length] = random.pick(issuers);
  const body = prefix + digits(random, length - prefix.length - 1);
  return body + luhnDigit(body);
}

const plateProvinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const plateLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

export function plate(random: Random): { head: string; tail: string } {
  const head =
    random.pick(Array.from(plateProvinces)) + random.pick(Array.from(plateLetters).slice(0, 14));
  const form = random.below(10);
  if (form < 2) return { head, tail: random.pick(['D', 'F', 'A', 'G']) + digits(random, 5) };
  if (form < 3) return { head, tail: digits(random, 5) + random.pick(['D', 'F']) };
  if (form < 4) return { head, tail: digits(random, 4) + random.pick(['挂', '学', '警']) };
  let tail = '';
  for (let at = 0; at < 5; at += 1) {
    tail +=
      random.below(4) === 0 && at < 3 ? random.pick(Array.from(plateLetters)) : digits(random, 1);
  }
  return { head, tail };
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

function creditCheck(body: string): string {
  const sum = creditWeights.reduce(
    (total, weight, at) => total + weight * creditAlphabet.indexOf(body[at] ?? ''),
    0,
  );
  return creditAlphabet[(31 - (sum % 31)) % 31] ?? '';
}

export function creditCode(random: Random): string {
  let body = random.pick(['91', '91', '91', '92', '12', '51', '93']) + region(random);
  while (body.length < 17) {
    body += random.below(3) === 0 ? random.pick(Array.from(creditAlphabet)) : digits(random, 1);
  }
  return body + creditCheck(body);
}

export function wrongCreditCode(random: Random): string {
  const right = `${creditCode(random).slice(0, 12)}MA${digits(random, 3)}`;
  const wrong = Array.from(creditAlphabet).filter((one) => one !== creditCheck(right));
  return right + random.pick(wrong);
}

const mailNames = [
  'lan.shan',
  'cenling_tea',
  'zhezhi2019',
  'xiqiao-hr',
  'yt.wangshu',
  'L520',
  'a1',
  'he+2',
];
const mailHosts = [
  '163.com',
  'qq.com',
  'example.com',
  'lanshan-tech.com.cn',
  'mail.xiqiao.cn',
  'yunting.gov.cn',
];

export function email(random: Random): string {
  const name = random.pick([...mailNames, mobile(random), digits(random, 8)]);
  const one = `${name}@${random.pick(mailHosts)}`;
  return random.below(8) === 0 ? one.toUpperCase() : one;
}

const towns = [
  '望舒区',
  '临溪县',
  '云汀市望舒区',
  '江岚省云汀市望舒区',
  '江岚省临溪县',
  '江岚省云汀市',
];
const roads = [
  '折柳路',
  '听雨街',
  '岑岭大道',
  '春和巷',
  '中山北路',
  '滨江二路',
  '解放西路',
  '文三路',
  '建设大街',
];
const houses = ['岑岭大厦', '听雨花园', '汐桥小区', '云上公寓', '望舒名邸', '科创园'];

/** Down to a number that says which house. */
export function address(random: Random): string {
  const number = between(random, 1, 999);
  const unit = between(random, 1, 9);
  const floor = `${between(random, 1, 28)}${padded(between(random, 1, 6))}`;
  const town = random.pick(towns);
  const road = random.pick(roads);
  const house = random.pick(houses);
  switch (random.below(9)) {
    case 0:
      return `${town}${road}${number}号`;
    case 1:
      return `${town}${road}${number}号${unit}幢${unit}单元${floor}室`;
    case 2:
      return `${town}${road}${number}号${house}${random.pick(['A座', 'B座', 'C座', ''])}${floor}室`;
    case 3:
      return `${town}${random.pick(['石门镇', '上坞乡', '听雨街道'])}${random.pick(['上坞村', '桥头村', '李家村'])}${unit}组${number}号`;
    case 4:
      return `${town}${road}${number}弄${unit}号${floor}室`;
    case 5:
      return `${town}${house}${unit}栋${unit}单元${floor}室`;
    case 6:
      return `${town}${random.pick(['石门镇', '上坞乡'])}${random.pick(['上坞村', '桥头村'])}${random.pick(['三组', '七组', '第二村民小组', '5组'])}`;
    case 7:
      return `${town}${road}${number}-${unit}号`;
    default:
      return `${town}${road}${number}号${house}${unit}号楼${floor}`;
  }
}

const chineseDigits = '〇一二三四五六七八九';
const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** A day in one of the ways it is written. */
export function day(random: Random, way: number = random.below(6)): string {
  const { year, month, day: date } = birthday(random);
  switch (way) {
    case 0:
      return `${year}-${padded(month)}-${padded(date)}`;
    case 1:
      return `${year}.${month}.${date}`;
    case 2:
      return `${year}/${month}/${date}`;
    case 3: {
      const spoken = Array.from(String(year))
        .map((one) => chineseDigits[Number(one)])
        .join('');
      return `${spoken}年${chineseMonths[month - 1]}月${chineseMonths[date % 12]}日`;
    }
    default:
      return `${year}年${month}月${date}日`;
  }
}

export function passport(random: Random): string {
  const letters = random.pick(['E', 'G', 'EA', 'EB', 'EJ', 'K', 'D', 'S', 'P']);
  return letters + digits(random, letters.length === 2 ? 7 : 8);
}

export function permit(random: Random): string {
  const letters = random.pick(['H', 'M', 'C', 'W', 'CA', 'CB']);
  if (letters === 'H' || letters === 'M') return letters + digits(random, random.pick([8, 10]));
  return letters + digits(random, 9 - letters.length);
}

export function wechatName(random: Random): string {
  return random.pick([
    `wxid_${digits(random, 6)}ab${digits(random, 4)}`,
    `lanshan_${digits(random, 4)}`,
    `Tea-${digits(random, 5)}`,
    `zhezhi${digits(random, 3)}`,
    `y_t_${digits(random, 6)}`,
  ]);
}

export function qqNumber(random: Random): string {
  return String(between(random, 2, 9)) + digits(random, between(random, 4, 9));
}

export function secrecyMark(random: Random): string {
  const grade = random.pick(['绝密', '机密', '秘密', '机密级', '秘密级']);
  const star = random.pick(['★', '★', ' ★ ', '☆']);
  const period = random.pick(['10年', '20年', '5年', '长期', '1年', '6个月']);
  return `${grade}${star}${period}`;
}
