/** What stands around a number says what it is. All of it works on folded text, and looks a few characters far. */

const LABEL = 18;
const between = /[\s:;"'([{<=为是系]+$/u;

/** The last characters before a place, without the colon, brackets and the like between a label and its value. */
export function labelBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - LABEL), start).replace(between, '');
}

const thing =
  '(?:订单|运单|快递|物流|货运|流水|序列|批次?|条|防伪|查询|追溯|报关|报检|资产|发票|票据|合同|案件?|档案|卷宗|设备|产品|' +
  '商品|货品?|交易|凭证|单据|许可证?|证书|登记|受理|注册证?|备案|工单|任务|系统|光盘|文件|版本|采购|项目|专利|申请|公告|商标)';
const ofThing = new RegExp(
  `${thing}(?:[编序单案批票据]{0,2}号(?:码)?|编码|条码|代码|码|id|no\\.?)$|` +
    '(?:编号|序号|单号|订单|编码|条码|货号|型号|款号|批号|批次|流水|案号|文号|档号|卷号|册号|代码|防伪码|校验码|验证码|哈希值?|' +
    'imei|meid|md5|sha-?\\d*|sn|s/n|isbn|issn|(?<![a-z])no\\.?)$',
  'u',
);

/** Whether the label says that the number belongs to a thing: an order, a parcel, a product, a file, a paper. */
export function isNumberOfThing(label: string): boolean {
  return ofThing.test(label);
}

const amountBefore =
  /(?:金额|数额|数量|价值|货值|价款|货款|共计|合计|总计|累计|人民币|rmb|[¥$€£]|销量|产量|播放量|访问量|点击量|下载量|阅读量|流量)$/u;
const unitAfter =
  /^ ?[余多]?(?:[美日欧港]?元|万|亿|次(?!日)|人次|件|个(?!人)|台|套|条|份|册|家|吨|克|千克|公斤|米|平方|股|字节|%|‰)/u;

/** Whether a number is how much or how many. */
export function isAmount(text: string, start: number, end: number): boolean {
  return (
    unitAfter.test(text.slice(end, end + 6)) ||
    amountBefore.test(text.slice(Math.max(0, start - 8), start).replace(between, ''))
  );
}

const numberedBefore = /第\s?$|\((?:19|20)\d{2}\)[^\d\n,;。]{0,16}$/u;

/** 第…号, （2022）…号: how rights, papers and cases are numbered. */
export function isOrdinal(text: string, start: number, end: number): boolean {
  return text[end] === '号' && numberedBefore.test(text.slice(Math.max(0, start - 24), start));
}

const latinLabel =
  /(?:^|[^a-z])(?:tel|phone|mobile|mob|cell|fax|id|card|qq|vx|wx|wechat|m|t|p|f)[-.]?$/u;
const latinAfter = /^(?:vx|wx|qq|wechat|tel|or|and)/u;

/** Whether a number begins here, and is not the later part of a name, a path or a longer number. */
export function beginsHere(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 10), start);
  if (!/[a-z_@\-.\d]$/u.test(before)) return true;
  if (latinLabel.test(before)) return true;
  return /(?:[^a-z\d][-.]|^[-.])$/u.test(before) || /(?:^|\n)\s*\d{1,2}\.$/u.test(before);
}

/** A file may be named after a number. */
const fileEnding =
  /^\.(?:pdf|docx?|wps|ofd|xlsx?|pptx?|txt|csv|jpe?g|png|heic|mp[34]|m4a|amr|zip|rar)(?![a-z\d])/u;

/** Whether a number ends here. */
export function endsHere(text: string, end: number): boolean {
  const after = text.slice(end, end + 8);
  if (/^[_@\d]/u.test(after)) return false;
  if (/^[-.][a-z\d]/u.test(after)) return fileEnding.test(after);
  return !/^[a-z]/u.test(after) || latinAfter.test(after);
}
