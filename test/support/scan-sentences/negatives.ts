import type { Random } from '../../bench/random.ts';
import { between, digits, padded, type Maker } from './answer.ts';
import { fullWidth, grouped } from './forms.ts';
import * as values from './values.ts';

/** Sentences in which nothing must be found, however much it looks like something. */

type Text = (random: Random) => string;
const year = (random: Random) => between(random, 1998, 2026);
const letter = (random: Random) => random.pick(Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ'));

function luhnValid(random: Random, length: number, prefix = ''): string {
  const body = prefix + digits(random, length - 1 - prefix.length);
  return body + values.luhnDigit(body);
}

const numbersOfRights: readonly Text[] = [
  (random) =>
    `专利号ZL${year(random)}1${digits(random, 7)}.${random.pick(['x', 'X', digits(random, 1)])}已到期。`,
  (random) => `ZL ${year(random)} 3 ${digits(random, 7)}.${digits(random, 1)}外观设计专利`,
  (random) => `申请号为${year(random)}1${digits(random, 7)}.${digits(random, 1)}的发明专利申请`,
  (random) => `公开号CN1${digits(random, 8)}A，授权公告号CN1${digits(random, 8)}B。`,
  (random) => `第${between(random, 1000000, 79999999)}号“岑岭”注册商标`,
  (random) => `商标注册号${between(random, 1000000, 79999999)}，核定使用在第30类商品上。`,
  (random) => `注册证号：${between(random, 10000000, 79999999)}`,
  (random) => `作品登记号为浙作登字11-${year(random)}-F-${digits(random, 5)}。`,
  (random) => `国作登字-${year(random)}-F-00${digits(random, 6)}`,
  (random) => `软著登字第${digits(random, 7)}号，登记号${year(random)}SR${digits(random, 7)}`,
  (random) => `植物新品种权号CNA${year(random)}${digits(random, 4)}.${digits(random, 1)}`,
  (random) => `布图设计登记号BS.${year(random).toString().slice(2)}5${digits(random, 6)}`,
];

const numbersOfPapers: readonly Text[] = [
  (random) =>
    `（${between(random, 2016, 2026)}）岚${digits(random, 4)}民再${between(random, 1, 9999)}号判决已生效。`,
  (random) => `（2014）岚汀知初字第${between(random, 1, 999)}号民事判决书`,
  (random) => `(${between(random, 2016, 2026)})最高法知民终${between(random, 1, 4999)}号`,
  (random) => `（2005）岚高民三（知）终字第${between(random, 1, 999)}号`,
  (random) => `云汐检刑诉（${year(random)}）${between(random, 1, 999)}号起诉书`,
  (random) => `岚检知〔${year(random)}〕${between(random, 1, 99)}号`,
  (random) => `临溪检民监〔${year(random)}〕${digits(random, 14)}号`,
  (random) => `案件编号${values.wrongIdCard(random)}`,
  (random) => `系统案号：${year(random)}${digits(random, 14)}`,
  (random) => `统一业务应用系统编号3301${digits(random, 3)}${year(random)}${digits(random, 7)}`,
  (random) => `法释〔2025〕${between(random, 1, 20)}号第${between(random, 1, 31)}条`,
  (random) => `刑法第二百一十三条、第二百一十四条，民诉法第${between(random, 1, 290)}条第一款`,
  (random) =>
    `卷宗第${between(random, 1, 30)}卷第${between(random, 1, 400)}页至第${between(random, 401, 900)}页`,
  (random) => `证据卷P${between(random, 100, 999)}-${between(random, 1000, 9999)}`,
  (random) => `依据GB/T 9704-2012与GB ${between(random, 10000, 39999)}-${year(random)}。`,
  (random) => `ISBN 978-7-${digits(random, 4)}-${digits(random, 4)}-${digits(random, 1)}`,
  (random) => `ISSN ${digits(random, 4)}-${digits(random, 4)}，第${between(random, 1, 12)}期`,
  (random) => `采购编号：ZC${year(random)}-0571-${between(random, 20000000, 89999999)}`,
  (random) => `司法鉴定意见书岚鉴字[${year(random)}]第${digits(random, 4)}号`,
  (random) => `海关报关单号${digits(random, 4)}${year(random)}${digits(random, 10)}`,
  (random) =>
    `发票代码0${between(random, 33, 44)}00${year(random)}${digits(random, 3)}，发票号码${digits(random, 8)}`,
  (random) => `京ICP备${digits(random, 8)}号-1，京公网安备1101${digits(random, 10)}号`,
  (random) => `增值电信业务经营许可证浙B2-${year(random)}${digits(random, 4)}`,
  (random) => `国药准字Z${year(random)}${digits(random, 4)}`,
  (random) => `食品生产许可证编号SC1${digits(random, 13)}`,
];

const longNumbers: readonly Text[] = [
  (random) => `订单号${luhnValid(random, 16, '62')}已退款。`,
  (random) => `订单编号：${luhnValid(random, 18, '4')}`,
  (random) => `淘宝订单${year(random)}${padded(between(random, 1, 12))}${digits(random, 12)}`,
  (random) => `交易流水号${luhnValid(random, 19, '62')}`,
  (random) => `订单编号${values.mobile(random)}`,
  (random) => `产品序列号：${values.mobile(random)}`,
  (random) => `运单号SF${digits(random, 13)}，圆通YT${digits(random, 13)}`,
  (random) => `快递单号${between(random, 70, 79)}${digits(random, 13)}`,
  (random) =>
    `序列号${letter(random)}${digits(random, 3)}${letter(random)}${letter(random)}${digits(random, 8)}`,
  (random) => `IMEI：86${digits(random, 13)}`,
  (random) => `商品条码69${digits(random, 11)}`,
  (random) => `防伪码${digits(random, 20)}`,
  (random) => `防伪码${values.mobile(random)}${digits(random, between(random, 10, 13))}`,
  (random) => `流水${digits(random, 3)}2${values.mobile(random)}`,
  (random) => `编码${values.mobile(random)}${digits(random, 2)}A`,
  (random) => `批次号${digits(random, 4)}${values.mobile(random)}${digits(random, 5)}`,
  (random) => `登记卡${values.wrongIdCard(random)}核对不符。`,
  (random) => values.wrongIdCard(random),
  (random) => `身份证号系伪造：${values.wrongIdCard(random)}`,
  (random) => `登记编号${values.idCard(random)}${digits(random, 3)}`,
  (random) => `条码${digits(random, 4)}${values.idCard(random).slice(0, 17)}${digits(random, 2)}`,
  (random) => `信用代码误录为${values.wrongCreditCode(random)}`,
  (random) => values.wrongCreditCode(random),
  (random) => `哈希值${hex(random, 64)}`,
  (random) => `MD5：${hex(random, 32).toUpperCase()}`,
  (random) =>
    `设备${hex(random, 8)}-${hex(random, 4)}-${hex(random, 4)}-${hex(random, 4)}-${hex(random, 12)}`,
  (random) => `链接https://item.example.com/${digits(random, 13)}.html`,
];

function hex(random: Random, count: number): string {
  let text = '';
  for (let at = 0; at < count; at += 1) text += random.pick(Array.from('0123456789abcdef'));
  return text;
}

const amounts: readonly Text[] = [
  (random) => `违法所得共计${values.mobile(random)}元`,
  (random) => `非法经营数额${grouped(digits(random, 9), [3], ',')}.${digits(random, 2)}元`,
  (random) => `人民币${between(random, 1, 99)}万${between(random, 1000, 9999)}元`,
  (random) => `播放量达${values.mobile(random)}次`,
  (random) => `销售${between(random, 1, 99)}亿${between(random, 1000, 9999)}万件`,
  (random) =>
    `${between(random, 1, 99)}.${digits(random, 2)}%，同比增长${between(random, 1, 99)}.${digits(random, 1)}个百分点`,
  (random) => `转速${between(random, 10000, 19999)} r/min，误差0.${digits(random, 6)}`,
  (random) => `系统版本10.0.${digits(random, 5)}.${digits(random, 4)}`,
  (random) => `服务器地址192.168.${between(random, 0, 255)}.${between(random, 1, 254)}:8080`,
  (random) => `东经120.${digits(random, 6)}，北纬30.${digits(random, 6)}`,
  (random) =>
    `${year(random)}\t${between(random, 100, 999)}\t${between(random, 100, 999)}\t${between(random, 10, 99)}.${digits(random, 1)}`,
  (random) =>
    `${year(random)} ${between(random, 1, 99)} ${between(random, 100, 999)} ${between(random, 1, 99)} ${between(random, 1, 9)}`,
  (random) =>
    `受理${between(random, 100, 999)}件${between(random, 100, 999)}人，起诉${between(random, 100, 999)}件${between(random, 100, 999)}人`,
  (random) => `${year(random)}-${year(random)}年度，08:30-17:30`,
  (random) => `\u00a5${grouped(digits(random, 9), [3], ',')}.00`,
  (random) => fullWidth(`合计${grouped(digits(random, 9), [3], ',')}.${digits(random, 2)}元`),
];

const likeWords: readonly Text[] = [
  (random) => `${values.day(random, 5)}成立，${values.day(random, 5)}注销。`,
  (random) => `${values.day(random, 5)}生效的判决`,
  (random) => `生产日期：${values.day(random, 0)}，保质期十八个月`,
  (random) => `${values.day(random, 5)}生产的茶叶`,
  (random) => `于${values.day(random, 5)}发生法律效力`,
  (random) =>
    `${year(random)}${padded(between(random, 1, 12))}${padded(between(random, 1, 28))}批次`,
  (random) => `最新${letter(random)}${digits(random, 5)}版已发布。`,
  (random) => `阿里云${letter(random)}${digits(random, 5)}节点`,
  (random) => `高新${letter(random)}${digits(random, 5)}地块`,
  (random) => `型号${letter(random)}${letter(random)}-${digits(random, 5)}`,
  (random) => `货号E${digits(random, 8)}`,
  (random) => `零件G${digits(random, 8)}、EA${digits(random, 7)}`,
  (random) => `微信支付${between(random, 100, 99999)}元`,
  (random) => `微信版本8.0.${between(random, 10, 60)}`,
  (random) => `通过微信转账${between(random, 1000, 99999)}元`,
  (random) => `微信群聊${between(random, 100, 500)}人`,
  (random) => `QQ音乐${year(random)}年下架该曲`,
  (random) => `腾讯QQ${between(random, 5, 9)}.${digits(random, 1)}版`,
  (random) => `文件logo@${between(random, 2, 4)}x.png`,
  (random) => `依赖包tea-ui@${between(random, 0, 9)}.${digits(random, 2)}.${digits(random, 1)}`,
  (random) => `微博@岑岭茶业官方转发${between(random, 100, 99999)}次`,
  (random) => `云汀市人民检察院第${between(random, 1, 9)}检察部`,
  (random) => `云汀市望舒区市场监督管理局${year(random)}年第${between(random, 1, 20)}号公告`,
  (random) => `国道${between(random, 100, 399)}号线附近`,
  (random) => `江岚省云汀市中级人民法院（2021）岚01民终${between(random, 1, 999)}号`,
  (random) => `云汀市望舒区共有${between(random, 10, 99)}个村`,
  (random) => `望舒区检察院在${between(random, 1, 20)}个街道设${between(random, 1, 9)}个工作站`,
  (random) => `第${between(random, 1, 9)}组数据，共${between(random, 100, 999)}条`,
  () => '该技术信息属于商业秘密，公司机密文件已脱密。',
  (random) => `权利人将图纸标为商业秘密★${between(random, 1, 9)}级`,
  () => '被告人供称其知悉核心机密，但未泄露国家秘密。',
  (random) => `举报电话12315，报警110，检察服务热线12309，首日来电${between(random, 100, 999)}个。`,
  () => '关于保密工作的说明\n一是\n二是\n三是\n四是\n机密\n等级由定密责任人确定。',
  (random) => `评分★${between(random, 1, 5)}，销量${between(random, 100, 9999)}`,
  (random) =>
    `身份证${between(random, 2, 90)}张、银行卡${between(random, 2, 90)}张、手机${between(random, 2, 90)}部`,
  (random) => `护照${between(random, 1, 9)}本，电话卡${between(random, 10, 999)}张`,
  (random) => `住址不详，电话欠费${between(random, 100, 999)}元停机`,
];

const all: readonly (readonly Text[])[] = [
  numbersOfRights,
  numbersOfPapers,
  longNumbers,
  amounts,
  likeWords,
];

export const negatives: readonly Maker[] = all.flat().map((text) => (random) => [text(random)]);

/** Only the held-out seeds know these. */
export const heldOutNegatives: readonly Maker[] = (
  [
    (random) =>
      `起诉书文号望检刑诉（${year(random)}）${between(random, 1, 999)}号，附卷${between(random, 2, 30)}册`,
    (random) => `国际注册第${between(random, 1000000, 1799999)}号商标`,
    (random) => `货运单据号${digits(random, 12)}`,
    (random) => `资产编号${values.mobile(random)}`,
    (random) => `访问量${values.mobile(random)}人次`,
    (random) =>
      `实用新型专利ZL${year(random)}2${digits(random, 7)}.${digits(random, 1)}、ZL${year(random)}2${digits(random, 7)}.X`,
    (random) => `电子数据光盘编号${values.wrongIdCard(random)}`,
    (random) => `${values.day(random, 5)}产生孳息${between(random, 1000, 99999)}元`,
  ] satisfies Text[]
).map((text: Text) => (random) => [text(random)]);
