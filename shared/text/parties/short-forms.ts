import { isPseudonym } from './pseudonym.ts';

/**
 * How texts call a company after its first mention: 云汀锦程商贸有限公司 is 锦程公司, 锦程商贸, 云汀锦程商贸. A company's name is place,
 * trade name, trade and form (企业名称登记管理规定, art. 6). Never the trade name alone: it is often the brand that the case is about.
 */

const form = /(?:集团)?(?:股份|有限责任|有限)*(?:有限)?公司$/u;
const place =
  /^(?:\p{Script=Han}{2,7}?(?:自治区|自治州|特别行政区|省|市|区|县|州|旗))+(?=\p{Script=Han}{2})/u;
const branch = /[（(][^）)]*[）)]/gu;
const trades = Array.from(
  new Set(
    '电子商务|医疗器械|文化传媒|文化传播|知识产权|供应链|化妆品|半导体|微电子|新材料|新能源|商贸|贸易|工贸|外贸|科技|技术|信息|网络|软件|数据|通信|通讯|电子|电商|机电|机械|电器|电气|电机|光电|照明|自动化|智能|设备|装备|仪器|模具|轴承|阀门|五金|实业|工业|制造|发展|投资|控股|咨询|管理|服务|茶业|茶叶|酒业|食品|饮品|饮料|粮油|乳业|水产|农业|种业|园艺|生态|环保|能源|文化|传媒|传播|广告|影视|音像|动漫|游戏|出版|图书|印刷|印务|包装|教育|培训|体育|旅游|餐饮|酒店|服饰|服装|鞋业|纺织|针织|皮具|箱包|眼镜|珠宝|钟表|玩具|家具|家居|日化|化工|塑料|橡胶|涂料|建材|建筑|建设|装饰|工程|材料|医药|药业|制药|生物|健康|物流|运输|汽车|汽配|配件|置业|地产|物业|百货|超市|零售'.split(
      '|',
    ),
  ),
)
  .toSorted((one, other) => other.length - one.length)
  .join('|');
const ofTrade = new RegExp(`^(.{2,}?)((?:${trades})+)$`, 'u');
const onlyTrades = new RegExp(`^(?:${trades})+$`, 'u');

/** Words of the language before they are a name: 国际贸易, 创新科技 and 东方公司 mean other things than one company. */
const ordinary = new Set(
  '国际 国内 中国 中华 全国 全球 世界 环球 海外 境外 国外 外国 进出口 跨国 上市 股份 集团 控股 合资 民营 国有 私营 高新 高科 创新 先进 现代 当代 未来 新兴 时代 世纪 绿色 生态 智慧 智能 数字 互联 联合 综合 专业 品牌 优质 健康 美丽 阳光 东方 南方 北方 西部 东部 中部 沿海 城市 农村 乡村 家庭 民族 传统 古典 大众 公共 社会 经济 金融 第一 第二 第三 关联 相关 涉案 涉嫌 被告 原告 被害 权利 目标 母子 分支 总部 本地 当地 外地 同类 其他 某某'.split(
    ' ',
  ),
);

/** The short forms of an organisation's name, each longer than three characters; none of what is no company. */
export function shortForms(name: string): string[] {
  const plain = name.trim().replaceAll(/\s+/gu, '').replaceAll(branch, '');
  if (!/^\p{Script=Han}{5,}$/u.test(plain) || !form.test(plain) || isPseudonym(plain)) return [];
  const body = plain.replace(form, '');
  const local = body.replace(place, '');
  const [, before = local, trade = ''] = ofTrade.exec(local) ?? [];
  const named = [before, ...withoutPlace(before)].filter(isTradeName);
  const forms = named.flatMap((one) => [
    `${one}公司`,
    `${one}集团`,
    ...(trade === '' ? [] : [`${one}${trade}`, `${one}${trade}公司`]),
  ]);
  // As registered but for its form.
  const whole = [body, local].filter((one) => one.length >= 4 && one !== before);
  return [...new Set([...whole, ...whole.map((one) => `${one}公司`), ...forms])].filter(
    (one) => one.length >= 4 && one !== plain,
  );
}

/** A place is written without 市 as well; it has two characters mostly, the trade name two or three. */
function withoutPlace(before: string): string[] {
  return before.length === 4 || before.length === 5 ? [before.slice(2)] : [];
}

function isTradeName(text: string): boolean {
  return text.length >= 2 && !ordinary.has(text) && !onlyTrades.test(text);
}

/** What follows a short form when it is part of another thing's name: 锦程商贸城, 锦程公司路. */
const goesOn =
  /^(?:有限|股份|责任|集团|分公司|子公司|城|学院|大学|中学|小学|大厦|大楼|广场|大道|路|街|巷|村|镇|园区|产业园|工业园|学会|协会|商会|委员会|部|法|业)/u;

/** Whether a short form that ends there is the company's, and not the beginning of something else. `rest`: what follows. */
export function endsThere(rest: string): boolean {
  return !goesOn.test(rest);
}
