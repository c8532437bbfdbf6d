import path from 'node:path';
import type { RecordKind } from '../../shared/contract/records.ts';

/** What an officer would say is in each of the untidy files. `parts` are `[id, heading]` of those with text. */
export type ExpectedImport = {
  file: string;
  kind: RecordKind;
  title: string;
  keywords: string[];
  caseNumbers: string[];
  parts: [id: string, heading: string][];
};

export const fixtureFolder = path.join(import.meta.dirname, '../fixtures/imports');

export const expectedImports: readonly ExpectedImport[] = [
  {
    file: 'tea-two-line-title.txt',
    kind: 'typical-case',
    title: '林某等三人销售假冒“岑岭”地理标志证明商标的商品案',
    keywords: ['销售假冒注册商标的商品罪', '地理标志', '刑事附带民事公益诉讼', '综合履职'],
    caseNumbers: ['（2024）岚0102刑初218号'],
    parts: [
      ['gist', '要旨'],
      ['facts', '基本案情'],
      ['performance', '检察机关履职过程'],
      ['significance', '典型意义'],
      ['provisions', '相关规定'],
    ],
  },
  {
    file: 'motor-numbered-headings.txt',
    kind: 'guiding-case-nomination',
    title: '周某某侵犯商业秘密案',
    keywords: ['侵犯商业秘密罪', '技术信息', '一案四查', '损失数额认定', '认罪认罚'],
    caseNumbers: ['（2024）岚01刑初9号', '（2025）岚刑终31号'],
    parts: [
      ['gist', '要旨'],
      ['facts', '案件基本情况'],
      ['performance', '检察机关履职情况'],
      ['other-1', '案件结果'],
      ['significance', '指导意义'],
      ['provisions', '相关法律规定'],
    ],
  },
  {
    file: 'audiobook-site.md',
    kind: 'typical-case',
    title: '何某甲侵犯著作权案',
    keywords: ['侵犯著作权罪', '信息网络传播权', '有声读物', '电子数据抽样取证'],
    caseNumbers: ['（2024）岚0102刑初63号'],
    parts: [
      ['gist', '要旨'],
      ['facts', '基本案情'],
      ['performance', '检察机关履职过程'],
      ['other-1', '案件结果'],
      ['significance', '典型意义'],
      ['provisions', '相关立法'],
    ],
  },
  {
    file: 'lapsed-mark-run-in.txt',
    kind: 'precedent',
    title: '岑岭茶业有限公司与汐桥机电有限公司侵害商标权纠纷民事监督案',
    keywords: ['民事检察', '侵害商标权', '连续三年不使用', '再审检察建议'],
    caseNumbers: [
      '（2019）岚01民初57号',
      '（2020）岚民终12号',
      '（2014）云望知初字第162号',
      '（2023）岚01民再4号',
    ],
    parts: [
      ['facts', '基本案情'],
      ['performance', '诉讼过程'],
      ['significance', '典型意义'],
      ['provisions', '相关规定'],
    ],
  },
  {
    file: 'mixed-brackets.txt',
    kind: 'precedent',
    title: '岑岭茶业协会诉临溪县某茶行行政监督案',
    keywords: ['行政检察', '地理标志', '行政处罚监督'],
    caseNumbers: ['（2024）岚0124行初8号', '（2024）岚01行终77号'],
    parts: [
      ['facts', '基本案情'],
      ['performance', '检察机关监督情况'],
      ['significance', '意义'],
      ['provisions', '相关法条'],
    ],
  },
  {
    file: 'indented-markdown.md',
    kind: 'typical-case',
    title: '折枝文化传媒有限公司著作权支持起诉案',
    keywords: ['民事支持起诉', '有声读物', '小微企业', '惩罚性赔偿'],
    caseNumbers: ['（2024）岚0102民初1933号'],
    parts: [
      ['facts', '基本案情'],
      ['performance', '检察机关履职过程'],
      ['significance', '典型意义'],
      ['provisions', '相关规定'],
    ],
  },
  {
    file: 'double-report-practice.md',
    kind: 'good-practice',
    title: '推行“双报”机制 打通知识产权案件线索“最先一公里”',
    keywords: [],
    caseNumbers: [],
    parts: [
      ['body', ''],
      ['background', '工作背景'],
      ['measures', '主要做法'],
      ['results', '取得成效'],
      ['conditions', '可复制条件'],
      ['other-1', '遇到的两个难题'],
    ],
  },
  {
    file: 'loss-valuation-research.txt',
    kind: 'research-note',
    title: '商业秘密刑事案件损失数额认定问题研究——以江岚省检察机关办理的四十二件案件为样本',
    keywords: ['商业秘密', '损失数额', '研发成本', '合理许可使用费', '互校'],
    caseNumbers: [],
    parts: [
      ['body', ''],
      ['abstract', '摘要'],
      ['problem', '问题的提出'],
      ['causes', '实证考察'],
      ['views', '观点争议'],
      ['proposals', '对策建议'],
      ['references', '参考文献'],
    ],
  },
  {
    file: 'half-year-work-report.txt',
    kind: 'work-report',
    title: '2025年上半年知识产权检察工作情况',
    keywords: [],
    caseNumbers: ['（2024）岚0102刑初218号', '（2025）岚刑终31号'],
    parts: [
      ['body', ''],
      ['overview', '基本情况'],
      ['measures', '主要做法及成效'],
      ['cases', '典型案件'],
      ['problems', '存在的困难和问题'],
      ['next', '下一步工作打算'],
    ],
  },
  {
    file: 'brief-with-masthead.txt',
    kind: 'information-brief',
    title: '利用语音合成批量“洗稿”听书类侵权出现新手法',
    keywords: [],
    caseNumbers: [],
    parts: [
      ['body', ''],
      ['event', '事件'],
      ['features', '特点'],
      ['suggestions', '建议'],
    ],
  },
  {
    file: 'no-headings.txt',
    kind: 'good-practice',
    title: 'no-headings',
    keywords: [],
    caseNumbers: [],
    parts: [['body', '']],
  },
  {
    file: 'tea-public-interest-styled.docx',
    kind: 'typical-case',
    title: '督促整治“岑岭”地理标志茶叶产地标识行政公益诉讼案',
    keywords: ['行政公益诉讼诉前程序', '地理标志', '产地标识', '跨县协作'],
    caseNumbers: ['（2024）岚0124刑初96号'],
    parts: [
      ['gist', '要旨'],
      ['facts', '基本案情'],
      ['performance', '检察机关履职情况'],
      ['other-1', '案件结果'],
      ['significance', '典型意义'],
      ['provisions', '相关规定'],
    ],
  },
  {
    file: 'nomination-form.docx',
    kind: 'guiding-case-nomination',
    title: '何某甲等人为境外非法提供商业秘密案',
    keywords: ['为境外窃取、刺探、收买、非法提供商业秘密罪', '经营信息', '电子数据', '涉外取证'],
    caseNumbers: ['（2025）岚01刑初16号'],
    parts: [
      ['body', ''],
      ['gist', '要旨'],
      ['facts', '基本案情'],
      ['performance', '检察机关履职过程'],
      ['significance', '指导意义'],
      ['provisions', '相关规定'],
    ],
  },
  {
    file: 'unstyled-practice.docx',
    kind: 'good-practice',
    title: '建好一本账 用活一张图 打造茶叶地理标志全链条保护“云汀样本”',
    keywords: [],
    caseNumbers: [],
    parts: [
      ['body', ''],
      ['background', '工作背景'],
      ['measures', '主要做法'],
      ['results', '工作成效'],
      ['conditions', '可复制条件'],
    ],
  },
];
