import type { FindingKind } from '../../text/scan/finding.ts';

/** What the scanner found in the open record. */
export const findings = {
  title: '个人信息与密级标志',
  none: '没有发现身份证号、电话、住址等个人信息，也没有密级标志。',
  hint: '这里只提示，不改动文字。案号、文号、专利号、商标注册号和登记号不在其列。',
  count: (kind: string, count: string) => `${kind}，${count} 处`,
  more: (count: string) => `其余 ${count} 处`,
  goTo: (kind: string, words: string) => `转到${kind}“${words}”`,
};

export const findingKinds: Record<FindingKind, { name: string; reason: string }> = {
  'id-card': { name: '身份证号', reason: '校验码和出生日期都成立的公民身份号码，外传前须去除。' },
  mobile: { name: '手机号', reason: '十一位手机号码，能直接找到本人。' },
  phone: { name: '固定电话', reason: '带区号、分机或服务号段的电话号码，属于联系方式。' },
  'bank-card': { name: '银行卡号', reason: '校验位成立的银行卡号或账号，属于财产信息。' },
  plate: { name: '车牌号', reason: '机动车号牌能查到车主。' },
  'credit-code': { name: '统一社会信用代码', reason: '校验位成立的单位代码，能查到是哪一家单位。' },
  email: { name: '电子邮箱', reason: '电子邮件地址属于联系方式。' },
  address: { name: '住址', reason: '具体到门牌、房号或村组的地址。只到区县的地名不在其列。' },
  'birth-date': { name: '出生日期', reason: '与姓氏合在一起就可能认出本人。' },
  passport: { name: '护照或通行证号', reason: '护照、港澳台通行证件的号码。' },
  wechat: { name: '微信号', reason: '微信号属于联系方式。' },
  qq: { name: 'QQ 号', reason: 'QQ 号属于联系方式。' },
  'secrecy-marking': {
    name: '密级标志',
    reason: '带国家秘密标志的材料不得存储在本软件中。请立即按保密规定处理。',
  },
};
