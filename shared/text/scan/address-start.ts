/** No address is longer before its first number. */
const LONGEST = 48;
/** What ends the text before an address: no name of a place goes through it. A blank may stand between two levels. */
const border = /[^\p{Script=Han}a-z]/u;
const levels = /[省市区县镇乡道路街村旗州盟]$/u;

/** The name of what has numbered houses, or numbered groups, right before the number. */
const street =
  /(?:大街|街|大道|路|道|巷|弄|胡同|里|坊|段|村|屯|庄|寨|社区|小区|园区|园|苑|公寓|大厦|广场|中心|城|邸|府|湾|庭|新村|家园|山庄|大楼|厂|市场|村委会)$/u;
/** With a county or a city before it, a street may be called anything that is no authority. */
const authority =
  /(?:院|局|委|委员会|公司|厅|部|部门|法庭|所|队|处|室|政府|中学|小学|大学|学校|银行|第|共|有|设|了|的)$/u;
const admin = /自治区|特别行政区|自治州|自治县|自治旗|省|市|区|县|州|盟|旗|镇|乡|街道/gu;

/** Words before an address. They may be in a name, but only in the names listed after. */
const lead =
  /[住在于至往到位址地为是系从由自的及和与对将把被向去回给达送赴抵居家处经离:某即]|(?:户籍|经营|营业|注册|通讯|收货|坐落|设立|来到|前往|租用|租住|租赁|登记|现场|仓库|身份|籍贯)/gu;
const named =
  /^(?:和平|和顺|和静|和田|和硕|和政|和龙|和林|和谐|和睦|和畅|来宾|自治|自贡|自流井|自由|于都|于洪|于田|达州|达拉特|达坂|达尔罕|达川|从化|从江|向阳|居巢|往来|家乐|经开|经济|离石|处州|地安|住友|为民|回龙|回民|将乐)/u;

/** Where the address begins whose first number stands at `core`; null if this is none. Not before `from`. */
export function addressStart(text: string, core: number, from: number): number | null {
  const first = beginningOfRun(text, core, Math.max(from, core - LONGEST));
  const before = text.slice(first, core).replace(/\s+$/u, '');
  if (before.length < 2) return null;
  const level = firstLevel(before);
  const upTo = level ?? before.length;
  const cut = afterLead(before.slice(0, upTo));
  const own = before.slice(cut);
  if (level === null || level - cut < 1) return streetAlone(before, first);
  const place = own.slice(lastLevel(own) ?? level - cut);
  if (authority.test(own)) return null;
  return street.test(own) || isNamedStreet(place) ? first + cut : null;
}

/** A road without a town: only when something says that it begins here. */
function streetAlone(before: string, first: number): number | null {
  const cut = afterLead(before.replace(/(?:大街|街|大道|路|道|巷|弄|胡同)$/u, ''));
  const own = before.slice(cut);
  const isWhole = own.length >= 3 && own.length <= 7;
  return isWhole &&
    /(?:大街|街|大道|路|巷|弄|胡同|村|小区|花园|公寓|大厦)$/u.test(own) &&
    !/(?:公路|铁路|道路|网路|思路|线路|国道|省道|县道)$/u.test(own)
    ? first + cut
    : null;
}

function isNamedStreet(place: string): boolean {
  return place.length >= 2 && place.length <= 12 && !/[共有第年月日]/u.test(place);
}

/** Back over Han and letters, and over blanks between two levels. */
function beginningOfRun(text: string, core: number, least: number): number {
  let at = core;
  while (at > least) {
    const one = text[at - 1] ?? '';
    if (border.test(one)) {
      const isBlank =
        one === ' ' && (at === core || levels.test(text.slice(Math.max(0, at - 2), at - 1)));
      if (!isBlank) break;
    }
    at -= 1;
  }
  return at;
}

/** Where the first level of administration ends, in units from the beginning. */
function firstLevel(before: string): number | null {
  return levelEnds(before).next().value ?? null;
}

/** Where the last one ends before the name of a street. */
function lastLevel(before: string): number | undefined {
  return Array.from(levelEnds(before))
    .filter((end) => end < before.length)
    .at(-1);
}

function* levelEnds(before: string): Generator<number, undefined> {
  for (const match of before.matchAll(admin)) {
    // 市场, 区域, 乡村, 县级 are no level; nor is one without a name.
    const next = before[match.index + match[0].length] ?? '';
    if (match.index > 0 && !/^[场域级属长内外民政面委村]$/u.test(next)) {
      yield match.index + match[0].length;
    }
  }
}

/** After the last word that leads to an address. */
function afterLead(name: string): number {
  let cut = 0;
  for (const match of name.matchAll(lead)) {
    const end = match.index + match[0].length;
    if (end < name.length - 1 && !named.test(name.slice(match.index, match.index + 4))) cut = end;
  }
  return cut;
}
