import type { SearchableRecord } from '../../electron/store/search/searchable.ts';
import { paragraphsOf } from '../../shared/document/tree.ts';
import type { Random } from './random.ts';

/** Words of case texts, the frequent ones first; invented words of the long tail are mixed in behind them. */
const words = (
  '的 案 人民检察院 商标 公司 犯罪 侵权 商品 注册商标 知识产权 被告人 假冒 销售 权利人 法院 公安机关 证据 审查 被不起诉人 起诉 认定 金额 ' +
  '非法经营数额 违法所得 生产 使用 技术 商业秘密 著作权 专利 作品 软件 复制 发行 许可 同一种 相同 标识 包装 网店 平台 微信 直播 仓库 查获 扣押 ' +
  '鉴定 评估 鉴定意见 审计 供述 证人 证言 书证 电子数据 聊天记录 交易记录 物流 发货 进货 加工 印制 灌装 酒 化妆品 服装 鞋 手机 配件 轮胎 润滑油 ' +
  '食品 药品 图书 教材 课件 视频 音乐 游戏 源代码 数据库 算法 图纸 工艺 配方 客户名单 离职 员工 保密 协议 竞业限制 股东 法定代表人 负责人 ' +
  '主犯 从犯 共同犯罪 故意 明知 情节严重 情节特别严重 自首 坦白 立功 认罪认罚 从宽 退赔 谅解 赔偿 损失 罚金 有期徒刑 缓刑 判决 裁定 上诉 抗诉 ' +
  '再审 监督 立案监督 撤案 提前介入 引导侦查 补充侦查 退回 逮捕 批准逮捕 取保候审 不起诉 相对不起诉 行政处罚 移送 线索 检察建议 公益诉讼 ' +
  '民事 行政 刑事 附带民事诉讼 综合履职 一案四查 行刑衔接 反向衔接 市场监管 版权局 海关 税务 法律 司法解释 规定 条款 构成要件 因果关系 ' +
  '秘密性 价值性 保密措施 实质性相似 接触 独创性 混淆 近似 驰名商标 地理标志 植物新品种 集成电路 外观设计 实用新型 发明专利 侵害 保护 创新 ' +
  '企业 产业 营商环境 高质量发展 社会治理 宣传 普法 指导 意义 典型 经验 机制 协作 联席会议 走访 调研 听证 听证员 专家 咨询 技术调查官 ' +
  '一是 二是 三是 同时 经查 另查明 综上 因此 但是 并且 其中 通过 根据 依照 针对 围绕 以及 或者 不得 应当 可以 已经 没有 进行 提出 要求 作为 ' +
  '办案 检察官 检察机关 刑事检察 民事检察 行政检察 公益诉讼检察 承办 汇报 会商 研判 全链条 打击 上游 下游 源头 窝点 团伙 组织 领导 策划 实施 ' +
  '注册 申请 登记 转让 授权 合同 约定 期限 届满 续展 撤销 无效 宣告 异议 复审 在先 权利 名称 字号 域名 网站 链接 服务器 爬虫 传播 下载 盗版 ' +
  '江岚省 云汀市 临溪区 青浦县 检察院 分局 支队 大队 街道 园区 开发区 高新区'
).split(' ');
const characters = Array.from(
  '一二三大小上中下人工力天地日月山水火木金土石田禾米竹草花虫鱼鸟马牛羊口目耳手足心言行走车舟门户衣食住用光电声色味形体方圆长短高低前后左右内外东南西北' +
    '春夏秋冬风云雨雪江河湖海波浪清明正平安和顺利丰盛兴旺发达永恒久远新旧真善美好佳优良精细巧妙智慧思想理念文化艺术诗书画琴棋歌舞影像图片文字符号数量价值' +
    '合同约定保证担保抵押质押留置债权债务清偿破产重整并购投资融资股票基金银行贷款利息税费账户现金支付结算运输仓储装卸配送批发零售市场营销广告推广品牌形象质量' +
    '标准检验检测认证监管执法处罚申诉复议仲裁调解和解撤回变更解除终止无效有效成立生效履行违约责任免除减轻加重从轻从重缓免罪刑罚金没收财产剥夺政治权利' +
    '张王李赵陈杨黄周吴徐孙朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘董袁于余叶蒋杜苏魏程吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷' +
    '龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖施洪汇晟锦鸿瑞祥隆达信诚恒泰康宁福禄寿喜财富贵荣华昌辉煌腾飞跃进步登峰造极卓越超群',
);
const marks = [
  '，',
  '，',
  '，',
  '，',
  '、',
  '。',
  '。',
  '；',
  '：',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
];
const surnames = Array.from('林何朱柯陈王张李赵吴周郑黄徐孙胡郭罗梁宋');
const tailWords = 6000;

/** The list is long and a text is short: without the square, a text would have every character of the list. */
const rareCharacter = (random: Random) =>
  characters[Math.floor(random.next() ** 2 * characters.length)] ?? '';

/** A library's words: ranks follow Zipf's law, so a few words make most of a text and most words are rare. */
export type Vocabulary = { words: string[]; cumulative: number[] };

export function makeVocabulary(random: Random): Vocabulary {
  const all = [...words];
  while (all.length < words.length + tailWords) {
    const length = 2 + random.below(3);
    all.push(Array.from({ length }, () => rareCharacter(random)).join(''));
  }
  const cumulative: number[] = [];
  let sum = 0;
  for (let rank = 0; rank < all.length; rank += 1) {
    sum += 1 / (rank + 8) ** 1.05;
    cumulative.push(sum);
  }
  return { words: all, cumulative };
}

export function pickWord(vocabulary: Vocabulary, random: Random): string {
  const wanted = random.next() * (vocabulary.cumulative.at(-1) ?? 0);
  let low = 0;
  let high = vocabulary.cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary.cumulative[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return vocabulary.words[low] ?? '';
}

const person = (random: Random) =>
  random.pick(surnames) + random.pick(['某', '某某', '某甲', '某乙', '某君']);
const year = (random: Random) => 2012 + random.below(14);

function caseNumber(random: Random): string {
  const court = `岚${String(random.below(120)).padStart(2, '0')}${String(random.below(40)).padStart(2, '0')}`;
  return `（${year(random)}）${court}${random.pick(['刑初', '刑终', '民初', '民终', '民再', '行初'])}${1 + random.below(3000)}号`;
}

function special(random: Random): string {
  switch (random.below(10)) {
    case 0:
      return caseNumber(random);
    case 1:
      return `刑法第二百一十${random.pick(Array.from('三四五六七八九'))}条`;
    case 2:
      return `《中华人民共和国商标法》第${1 + random.below(73)}条`;
    case 3:
      return `第${1_000_000 + random.below(60_000_000)}号`;
    case 4:
      return `${random.pick(characters)}${random.pick(characters)}某公司`;
    case 5:
    case 6:
      return `${year(random)}年${1 + random.below(12)}月${1 + random.below(28)}日`;
    case 7:
      return `${1 + random.below(999)}.${random.below(10)}万元`;
    default:
      return person(random);
  }
}

function text(length: number, word: () => string, random: Random): string {
  let made = '';
  while (made.length < length) {
    const count = 2 + random.below(4);
    for (let index = 0; index < count; index += 1) {
      made += random.next() < 0.025 ? special(random) : word();
    }
    made += random.next() < 0.03 ? '。\n' : random.pick(marks);
  }
  return made;
}

const topicWords = 120;

/** A text keeps coming back to its own words: brands, names, the matter in dispute. */
function topicOf(vocabulary: Vocabulary, random: Random): () => string {
  const own = Array.from({ length: topicWords }, () => pickWord(vocabulary, random));
  return () => (random.next() < 0.6 ? random.pick(own) : pickWord(vocabulary, random));
}

/** One record of the length of real case texts: 2,440 characters in the mean, most between 1,500 and 3,600. */
export function makeRecord(vocabulary: Vocabulary, random: Random): SearchableRecord {
  const spread = (random.next() + random.next() + random.next() - 1.5) / 1.5;
  const length = Math.round(2400 * (1 + spread * 0.9));
  const word = topicOf(vocabulary, random);
  const section = (id: string, heading: string, share: number) => ({
    id,
    heading,
    blocks: paragraphsOf(text(length * share, word, random)),
  });
  const charge = random.pick([
    '假冒注册商标',
    '销售假冒注册商标的商品',
    '侵犯著作权',
    '侵犯商业秘密',
  ]);
  return {
    title: `${person(random)}等${2 + random.below(9)}人${charge}案`,
    keywords: [`${charge}罪`, ...Array.from({ length: 4 }, () => pickWord(vocabulary, random))],
    caseNumbers: [caseNumber(random)],
    document: {
      version: 2,
      sections: [
        section('gist', '要旨', 0.06),
        section('facts', '基本案情', 0.2),
        section('performance', '检察机关履职过程', 0.48),
        section('significance', '典型意义', 0.26),
      ],
    },
  };
}
