const unit = '(?:号院|号楼|号|支弄|弄|幢|栋|座|单元|室|层|楼|组|房|户|门|铺|档|区|f(?![a-z]))';
const number = '(?:[a-z]?\\d{1,5}[a-z]?|[a-z]|[一二三四五六七八九十百]{1,4})';
const more = new RegExp(`^ ?[第附]?${number}(?: ?[-之] ?[a-z\\d]{1,5}){0,3} ?${unit}`, 'u');
/** A building's name: part of the address, whether a number follows or not. */
const building =
  /^ ?[\p{Script=Han}]{1,8}?(?:大厦|花园|小区|公寓|名邸|园区|科创园|产业园|工业园|广场|中心|大楼|家园|商城|山庄|新村|府邸|雅苑|名苑|佳苑|园(?!区)|苑|邸|城)/u;
/** Any other name only if a floor, a flat or the like comes right after it. */
const numberedName = new RegExp(
  `^ ?[\\p{Script=Han}a-z]{1,10}?${number}(?:号办公楼|号楼|栋|幢|座|单元|层|楼|室|f(?![a-z]))`,
  'u',
);
/** Not a name: 号的花园, 号附近广场, 号查获假茶一座. */
const notAName = /[的在和与及至到附近对面旁内外查有是将其租住搭建盖扣现由为处共开设营抓获购卖]/u;
/** 209号之一. */
const subNumber = /^ ?之 ?(?:\d{1,2}|[一二三四五六七八九十])(?!\d)/u;
/** After 幢, 单元 and the like a bare number is the flat. */
const bareFlat = /^ ?-?(?:\d{2,4}|\d{1,3}(?:-\d{1,4}){1,2})(?![\d年月日元人件个次号.%-])/u;
const takesBareFlat = /(?:号楼|幢|栋|座|单元|层)$/u;

/** Where an address ends that goes on after its first number. */
export function addressEnd(text: string, from: number): number {
  let end = from;
  for (let parts = 0; parts < 8; parts += 1) {
    const rest = text.slice(end, end + 32);
    const next =
      more.exec(rest)?.[0] ??
      subNumber.exec(rest)?.[0] ??
      nameOfBuilding(rest) ??
      flat(text, end, rest);
    if (next === undefined) return end;
    end += next.length;
  }
  return end;
}

function nameOfBuilding(rest: string): string | undefined {
  const name = numberedName.exec(rest)?.[0] ?? building.exec(rest)?.[0];
  return name === undefined || notAName.test(name) ? undefined : name;
}

function flat(text: string, end: number, rest: string): string | undefined {
  if (!takesBareFlat.test(text.slice(Math.max(0, end - 3), end))) return undefined;
  return bareFlat.exec(rest)?.[0];
}
