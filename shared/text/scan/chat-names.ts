import { chained } from './chained.ts';
import type { Find } from './finding.ts';

const gap = '[\\s:为是系"\'(\\[<]{0,4}';
const wechat = '(?:微信|薇信|威信|v信|wechat|weixin|(?<![a-z])[vw]x)';
const wechatLabel = new RegExp(`${wechat}(?:号码?|账号|帐号|id|名|(?=:))${gap}`, 'gu');
const wechatWord = new RegExp(`${wechat}(?!id)${gap}`, 'gu');
const qqLabel = new RegExp(`(?:(?<![a-z])qq|扣扣|企鹅)(?:群号?|号码?|账号|帐号|号)?${gap}`, 'gu');

/** The name that people give themselves: a letter, then letters, digits, _ and -, six to twenty in all. */
const name = /^(?!wechat|weixin)[a-z][a-z\d_-]{5,19}(?![a-z\d_@-])/u;
/** After the bare word a product's name is as likely: what is a name has a digit or a _. */
const tellingName = /^(?=[a-z_-]{0,19}[\d_])[a-z][a-z\d_-]{5,19}(?![a-z\d_@.-])/u;
const number = /^[1-9]\d{4,10}(?![\da-z_@])(?!\.\d)/u;
const notMobile = /^(?!1[3-9]\d{9}(?!\d))[1-9]\d{4,10}(?![\da-z_@])(?!\.\d)/u;

/** WeChat names; a mobile number as a name is found as a mobile number. */
export const findWechat: Find = (text) => [
  ...chained(text, 'wechat', wechatLabel, name),
  ...chained(text, 'wechat', wechatLabel, notMobile),
  ...chained(text, 'wechat', wechatWord, tellingName),
];

export const findQq: Find = (text) => chained(text, 'qq', qqLabel, number);
