import type { Random } from '../../bench/random.ts';
import { between, digits, padded, type Kind, type Maker, type Piece } from './answer.ts';
import { fullWidth, grouped, mixedWidth, wild, withLineBreak, withZeroWidth } from './forms.ts';
import * as values from './values.ts';

/** Sentences in which something must be found. Every sentence is invented, and so is everything in it. */

const people = ['林某', '周某某', '何某甲', '何某乙', '朱某', '欧阳某'];
const firms = ['蓝杉科技有限公司', '岑岭茶业有限公司', '折枝文化传媒有限公司', '汐桥机电有限公司'];

const found =
  (kind: Kind, make: (random: Random) => string) =>
  (random: Random): { kind: Kind; text: string } => ({ kind, text: make(random) });

const idCard = found('id-card', (random) => {
  if (random.below(10) === 0) return values.idCardWithX(random).toLowerCase();
  return wild(random, values.idCard(random), [6, 8, 4]);
});
const oldIdCard = found('id-card', values.oldIdCard);
const bankCard = found('bank-card', (random) => wild(random, values.bankCard(random), [4]));
const creditCode = found('credit-code', (random) => {
  const code = values.creditCode(random);
  switch (random.below(8)) {
    case 0:
      return fullWidth(code);
    case 1:
      return withZeroWidth(random, code);
    case 2:
      return withLineBreak(random, code);
    case 3:
      return code.toLowerCase();
    case 4:
      return mixedWidth(random, code);
    default:
      return code;
  }
});
const mobile = found('mobile', (random) => {
  const number = values.mobile(random);
  switch (random.below(14)) {
    case 0:
      return `+86 ${number}`;
    case 1:
      return `+86${number}`;
    case 2:
      return `+86-${grouped(number, [3, 4], '-')}`;
    case 3:
      return `0086${number}`;
    case 4:
      return fullWidth(`+86 ${grouped(number, [3, 4], ' ')}`);
    default:
      return wild(random, number, [3, 4]);
  }
});
const phone = found('phone', (random) => {
  const { area, local } = values.fixedPhone(random);
  const parts = grouped(local, local.length === 8 ? [4] : [3, 4], ' ');
  const end = random.pick(['', '', '', '', `转${digits(random, 3)}`, `-${digits(random, 4)}`]);
  switch (random.below(14)) {
    case 0:
      return `(${area})${local}`;
    case 1:
      return `（${area}）${local}${end}`;
    case 2:
      return `${area} ${local}`;
    case 3:
      return `${area}${local}`;
    case 4:
      return `+86-${area.slice(1)}-${local}`;
    case 5:
      return fullWidth(`${area}-${local}`);
    case 6:
      return `${area}-${parts}`;
    case 7:
      return withZeroWidth(random, `${area}-${local}`);
    case 8:
      return `${area}—${local}`;
    case 9:
      return `${area}-${local}转分机${digits(random, 3)}`;
    case 10:
      return withLineBreak(random, `${area}-${local}`);
    default:
      return `${area}-${local}${end}`;
  }
});
const service = found('phone', (random) => {
  const number = `${random.pick(['400', '800'])}${between(random, 1, 9)}${digits(random, 6)}`;
  return random.pick([number, grouped(number, [3, 3, 4], '-'), grouped(number, [3, 3, 4], ' ')]);
});
const plate = found('plate', (random) => {
  const { head, tail } = values.plate(random);
  switch (random.below(9)) {
    case 0:
      return `${head}·${tail}`;
    case 1:
      return `${head} ${tail}`;
    case 2:
      return `${head}-${tail}`;
    case 3:
      return fullWidth(head + tail);
    case 4:
      return `${head}•${tail}`;
    case 5:
      return withZeroWidth(random, head + tail);
    default:
      return head + tail;
  }
});
const email = found('email', (random) => {
  const one = values.email(random);
  switch (random.below(8)) {
    case 0:
      return one.replace('@', '＠');
    case 1:
      return fullWidth(one);
    case 2:
      return withZeroWidth(random, one);
    default:
      return one;
  }
});
const address = found('address', (random) => {
  const one = values.address(random);
  switch (random.below(8)) {
    case 0:
      return fullWidth(one);
    case 1:
      return withZeroWidth(random, one);
    default:
      return one;
  }
});
const birthDate = found('birth-date', (random) => {
  const one = values.day(random);
  return random.below(8) === 0 ? fullWidth(one) : one;
});
const passport = found('passport', (random) => {
  const one = values.passport(random);
  return random.below(6) === 0 ? random.pick([fullWidth(one), one.toLowerCase()]) : one;
});
const permit = found('passport', values.permit);
const wechat = found('wechat', (random) => {
  const one = values.wechatName(random);
  return random.below(8) === 0 ? fullWidth(one) : one;
});
const qq = found('qq', (random) => {
  const one = values.qqNumber(random);
  return random.below(6) === 0 ? random.pick([fullWidth(one), withZeroWidth(random, one)]) : one;
});
const secrecy = found('secrecy-marking', values.secrecyMark);

type One = (random: Random) => { kind: Kind; text: string };

/** The same value in the ways it stands in a text: after its name, without one, in brackets, in lists and cells. */
function around(
  one: One,
  names: readonly string[],
  sentences: readonly [string, string][],
): Maker[] {
  const person = (random: Random) => random.pick(people);
  return [
    (random) => [`${random.pick(names)}：`, one(random)],
    (random) => [`${random.pick(names)}:`, one(random), '，已核对。'],
    (random) => [`${person(random)}的${random.pick(names)}为`, one(random), '。'],
    (random) => [`${person(random)}（${random.pick(names)}：`, one(random), '）到案。'],
    (random) => [`${person(random)}，${random.pick(names)}`, one(random), '，汉族，无业。'],
    (random) => [`${random.pick(names)}【`, one(random), '】'],
    (random) => [`${random.pick(names)}: “`, one(random), '”'],
    ...sentences.map(([before, after]): Maker => (random) => [
      before.replace('某人', person(random)),
      one(random),
      after,
    ]),
  ];
}

/** A value that needs no name before it: alone, between commas, in lists, cells, and against other text. */
function bare(one: One): Maker[] {
  return [
    (random) => [one(random)],
    (random) => [`${random.pick(people)}，`, one(random), '，在押。'],
    (random) => [`${random.pick(people)}\t`, one(random), `\t${digits(random, 2)}岁`],
    (random) => [`| ${random.pick(people)} | `, one(random), ' | 已核 |'],
    (random) => ['1. ', one(random), '；'],
    (random) => ['（二）', one(random)],
    (random) => ['①', one(random), `；②${random.pick(people)}。`],
    (random) => [`${random.pick(people)},`, one(random), ',云汀市'],
    (random) => [one(random), '、', one(random), '均系', random.pick(people), '所留。'],
    (random) => [`登记如下：\n`, one(random), `\n${random.pick(people)}\n`, one(random), '\n'],
  ];
}

const of: Readonly<Record<string, Maker[]>> = {
  'id-card': [
    ...around(
      idCard,
      ['身份证号', '公民身份号码', '身份证号码', '居民身份证'],
      [
        ['某人持', '登记入住。'],
        ['经比对，', '与某人同一。'],
        ['开户人证件为', '的账户已冻结。'],
      ],
    ),
    ...bare(idCard),
    (random) => ['户籍材料载明旧身份证号', oldIdCard(random), '，现已换发。'],
    (random) => ['身份证号码：', oldIdCard(random), '（15位）'],
  ],
  mobile: [
    ...around(
      mobile,
      ['手机号', '联系电话', '手机', '电话', '联系方式'],
      [
        ['某人用', '联系买家。'],
        ['通过', '转账记录查明某人收款。'],
        ['注册手机', '登录直播后台。'],
      ],
    ),
    ...bare(mobile),
  ],
  phone: [
    ...around(
      phone,
      ['电话', '联系电话', '办公电话', '传真', '固定电话', '座机'],
      [
        ['拨打', '咨询授权事宜。'],
        ['某人公司留的是', '，已停机。'],
      ],
    ),
    ...bare(phone),
    (random) => ['网店客服电话', service(random), '无人接听。'],
    (random) => ['防伪查询：', service(random)],
    (random) => ['包装上印有', service(random), '字样。'],
    (random) => {
      const local = between(random, 2, 8) + digits(random, 7);
      return [
        random.pick(['电话：', '座机', '联系电话：', '传真：']),
        { kind: 'phone', text: local },
        '。',
      ];
    },
  ],
  'bank-card': [
    ...around(
      bankCard,
      ['银行卡号', '卡号', '账号', '收款账户', '工商银行卡'],
      [
        ['货款转入', '账户。'],
        ['某人尾款打到', '，当日取现。'],
        ['冻结', '内资金。'],
      ],
    ),
    ...bare(bankCard),
  ],
  plate: [
    ...around(
      plate,
      ['车牌号', '车牌', '号牌', '车牌号码'],
      [
        ['某人驾驶', '小型客车送货。'],
        ['民警拦下', '，车内有假茶叶。'],
        ['查扣的', '厢式货车已移送。'],
        ['牌照为', '的面包车。'],
      ],
    ),
    ...bare(plate),
  ],
  'credit-code': [
    ...around(
      creditCode,
      ['统一社会信用代码', '信用代码', '社会信用代码'],
      [
        ['营业执照记载', '，法定代表人某人。'],
        ['经查询', '已吊销。'],
      ],
    ),
    ...bare(creditCode),
    (random) => [`${random.pick(firms)}（`, creditCode(random), '）'],
  ],
  email: [
    ...around(
      email,
      ['邮箱', '电子邮箱', 'E-mail', '邮件地址'],
      [
        ['某人将图纸发至', '后删除。'],
        ['从', '发出的邮件含参数表。'],
      ],
    ),
    ...bare(email),
    (random) => ['QQ邮箱：', email(random)],
  ],
  address: [
    ...around(
      address,
      ['住址', '住所地', '户籍地', '家庭住址', '现住址', '地址'],
      [
        ['某人住', '。'],
        ['仓库位于', '，现场查获茶叶。'],
        ['快递寄往', '，由某人签收。'],
        ['某人暂住', '，'],
        ['民警在', '将某人抓获。'],
      ],
    ),
    (random) => [`${random.pick(people)}\t`, address(random), '\t已核'],
    (random) => [`| ${random.pick(people)} | `, address(random), ' |'],
    (random) => ['1. ', address(random), '；'],
    (random) => ['（', address(random), '）'],
  ],
  'birth-date': [
    ...around(birthDate, ['出生日期', '出生年月日', '出生'], []),
    (random) => [`${random.pick(people)}，男，`, birthDate(random), '出生，汉族。'],
    (random) => [`${random.pick(people)}生于`, birthDate(random), '，江岚省人。'],
    (random) => ['被害人', random.pick(people), '（', birthDate(random), '生）'],
    (random) => [`${random.pick(people)}，女，`, birthDate(random), '出生于江岚省云汀市，'],
    (random) => [`${random.pick(people)}出生于`, birthDate(random), '。'],
    (random) => ['生日：', birthDate(random)],
    (random) => {
      const text = `${between(random, 1950, 2009)}年${between(random, 1, 12)}月`;
      return ['出生年月：', { kind: 'birth-date', text }, '，文化程度初中。'];
    },
  ],
  passport: [
    ...around(passport, ['护照号', '护照号码', '护照', '普通护照'], [['持中国护照', '出境。']]),
    (random) => [`${random.pick(people)}（护照号码为`, passport(random), '）于当日出境。'],
    ...around(
      permit,
      ['港澳通行证', '往来港澳通行证', '回乡证号', '港澳居民来往内地通行证'],
      [['持往来港澳通行证', '出境。']],
    ),
  ],
  wechat: [
    ...around(
      wechat,
      ['微信号', '微信', '微信ID', '微信账号'],
      [
        ['某人加微信', '洽谈价格。'],
        ['微信昵称“茶香”（微信号', '）发布广告。'],
        ['加V信', '看货。'],
      ],
    ),
  ],
  qq: [
    ...around(
      qq,
      ['QQ号', 'QQ', 'QQ号码', 'qq'],
      [
        ['某人以QQ号', '登录。'],
        ['昵称“折枝”的QQ', '向其传送文件。'],
      ],
    ),
  ],
  'secrecy-marking': [
    (random) => [secrecy(random), '\n关于某案的情况\n正文略。'],
    (random) => ['江岚省文件\n', secrecy(random), '\n正文。'],
    (random) => ['卷内第三页眉处印有', secrecy(random), '字样。'],
    (random) => ['特急　', secrecy(random)],
    (random) => {
      const text = random.pick(['机密', '秘密', '绝密']);
      return [{ kind: 'secrecy-marking', text }, '\n云汀市某局文件\n关于清查的通知'];
    },
    (random) => {
      const text = random.pick(['机密', '秘密', '绝密']);
      return ['000012\n密级：', { kind: 'secrecy-marking', text }, '\n关于清查的通知'];
    },
  ],
};

/** Decoys that stand in the same sentence and are no finding. */
const decoys: readonly Maker[] = [
  (random) => [
    `（${between(random, 2016, 2026)}）岚01${padded(between(random, 1, 29))}刑初${between(random, 1, 999)}号`,
  ],
  (random) => [
    `专利ZL20${padded(between(random, 0, 24))}1${digits(random, 7)}.${digits(random, 1)}`,
  ],
  (random) => [`第${between(random, 1000000, 79999999)}号注册商标`],
  (random) => [`货值${between(random, 10000, 99999999)}元`],
  (random) => [
    `${between(random, 2016, 2026)}年${between(random, 1, 12)}月${between(random, 1, 28)}日立案`,
  ],
];

const inSeries: readonly [string, One][] = [
  ['身份证号', idCard],
  ['电话', mobile],
  ['座机', phone],
  ['卡号', bankCard],
  ['车牌', plate],
  ['邮箱', email],
  ['微信号', wechat],
  ['QQ号', qq],
  ['护照号', passport],
  ['信用代码', creditCode],
];

/** Several in one sentence, with numbers between them that are none. */
function several(random: Random): Piece[] {
  const pieces: Piece[] = [`${random.pick(people)}：`];
  for (let count = between(random, 2, 4); count > 0; count -= 1) {
    const [name, one] = random.pick(inSeries);
    pieces.push(name, one(random), random.pick(['，', '；', '、']));
    if (random.below(3) === 0) pieces.push(...random.pick(decoys)(random), '，');
  }
  pieces.push('均已核实。');
  return pieces;
}

/** The makers of each kind, and of several at once. */
export const positives: Readonly<Record<string, readonly Maker[]>> = { ...of, several: [several] };

/** Frames that only the held-out seeds know: what is said there was never met in daily use. */
export const heldOutPositives: Readonly<Record<string, readonly Maker[]>> = {
  'id-card': [(random) => ['讯问笔录首部记有证号', idCard(random), '，系本人所写。']],
  mobile: [(random) => ['机主登记后改绑', mobile(random), '继续出货，另有同伙在逃。']],
  phone: [(random) => ['门店招牌下方的', phone(random), '已过户他人。']],
  'bank-card': [(random) => ['流水显示，', bankCard(random), '于次日清零。']],
  plate: [(random) => ['卡口抓拍到', plate(random), '两次进出园区。']],
  'credit-code': [(random) => ['发票抬头后附', creditCode(random), '，与执照一致。']],
  email: [(random) => ['抄送人一栏填写了', email(random), '；附件为源代码。']],
  address: [(random) => ['搜查在', address(random), '进行，见证人在场。']],
  'birth-date': [(random) => ['户口簿载其出生日期系', birthDate(random), '，未满十八周岁。']],
  passport: [(random) => ['出入境记录显示其所持护照', passport(random), '已注销。']],
  wechat: [(random) => ['对方微信为', wechat(random), '，头像是茶山。']],
  qq: [(random) => ['使用QQ号为', qq(random), '的账号发布链接。']],
  'secrecy-marking': [(random) => ['附件二（', secrecy(random), '）不随案移送。']],
};
