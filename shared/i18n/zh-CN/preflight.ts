import type { PreflightPlace } from '../../contract/preflight.ts';
import type { HiddenPart } from '../../preflight/hidden-part.ts';
import type { PreflightKind } from '../../preflight/finding.ts';
import { findingKinds } from './findings.ts';

/** The check before something leaves. */
export const preflight = {
  title: '外传检查',
  list: '需要决定的内容',
  none: '没有发现真实姓名、号码、住址或密级标志。',
  clear: '仍请在预览中通读一遍：检查只认得写明的内容，认不出上下文里的线索。',
  sum: (total: string, open: string) =>
    open === '0' ? `共 ${total} 处，均已决定。` : `共 ${total} 处，还有 ${open} 处没有决定。`,
  keys: '↑ ↓ 选择；1 替换为化名，2 遮去，3 写明理由后保留。本机的原文不会改动。',
  places: (places: string, records: string) =>
    records === '1' ? `${places} 处` : `${places} 处 · ${records} 份材料`,
  open: '未决定',
  mustNot: '不得外传',
  replaced: (pseudonym: string) => `替换为“${pseudonym}”`,
  masked: '遮去',
  kept: '保留',
  mixed: '各处不同',
  decide: '如何处理',
  where: '出现的地方',
  toPseudonym: (pseudonym: string) => `替换为“${pseudonym}”`,
  toPseudonyms: '替换为各自的化名',
  mask: '遮去',
  removeRemarks: '去除批注',
  remarksGo: '去除',
  filesTitle: '附件里的隐藏信息',
  filesHint: '随附的是清理后的副本，本机的原件不动。',
  fileRemoved: (parts: string) => `将去除：${parts}`,
  fileLeft: (parts: string) => `仍会带出：${parts}`,
  holds: (parts: string) => `已知含有：${parts}`,
  hiddenCounts: (counts: readonly (readonly [HiddenPart, string])[]) =>
    counts.map(([part, count]) => `${hiddenPartWords[part]} ${count}`).join('、'),
  keep: '保留',
  reason: '保留的理由（会记入审计记录）',
  allOfKind: (kind: string, count: string) => `对所有未决定的“${kind}”（${count} 处）都这样处理`,
  asBefore: (count: string) => `${count} 处文字改动前已决定过，照旧`,
  lockedTitle: '带有国家秘密标志，不得外传',
  locked: (titles: readonly string[]) =>
    `${titles.map((title) => `《${title}》`).join('、')}带有国家秘密标志。本软件不得存储国家秘密，请立即按保密规定处理；如属误写，删去标志后再试。`,
  at: {
    title: () => '标题',
    keyword: () => '关键词',
    'case-number': () => '案号',
    section: (name: string) => (name === '' ? '正文' : name),
    field: () => '属性',
    'attachment-name': (name: string) => `附件名“${name}”`,
    'attachment-text': (name: string, page: number) =>
      page > 0 ? `附件“${name}”第 ${page} 页` : `附件“${name}”`,
    'attachment-hidden': (name: string, page: number, part?: HiddenPart) =>
      `附件“${name}”${page > 0 ? `第 ${page} 页` : ''}的${part === undefined ? '隐藏内容' : hiddenPartWords[part]}`,
    attachment: (name: string) => `附件“${name}”`,
    output: () => '写出的页面',
  } satisfies Record<
    PreflightPlace['where'],
    (name: string, page: number, part?: HiddenPart) => string
  >,
  preview: '外传预览',
  previewHint: '这就是接收单位将看到的内容，改动之处已标出。',
  record: '材料',
  change: (now: string, all: string) => `第 ${now} 处改动，共 ${all} 处`,
  noChange: '没有改动',
  next: '下一处改动',
  previous: '上一处改动',
  caption: '图',
  markingTitle: (marking: string) => `本包标识为“${marking}”`,
  markingAsk: (marking: string, office: string) =>
    `我已确认可以把标识为“${marking}”的内容报送“${office}”`,
  copyTitle: '复制带标识的内容',
  copyText: (marking: string) =>
    `这份材料标识为“${marking}”。复制出去的文字不再受外传检查，真实姓名会原样带出。同意后请再复制一次。`,
  copyAnyway: '同意复制',
  fileTitle: '附件原样另存',
  fileText: (name: string, marking: string) =>
    `“${name}”${marking === '' ? '' : `所属材料标识为“${marking}”，`}将原样存出：不加密，不经外传检查，其中的真实姓名、号码和隐藏信息都在。存出会记入审计记录。要交给外单位，请改用经验包。`,
  fileAnyway: '同意另存',
  lockTitle: '材料已锁定：带有国家秘密标志',
  lockReason: (words: string) =>
    `文中有“${words}”。本软件不得存储国家秘密，请立即按保密规定处理。文字照常保存，但不能批准、报送、生成公文、打印、复制，也不能另存附件；如属误写，删去标志后自动解除。`,
  lockCopy:
    '这份材料带有国家秘密标志，已锁定，不能复制。请立即按保密规定处理；如属误写，删去标志后再复制。',
};

export const hiddenPartWords: Record<HiddenPart, string> = {
  properties: '文档属性',
  metadata: 'XMP 元数据',
  outline: '书签',
  'page-label': '页码标签',
  'embedded-file': '内嵌文件',
  annotation: '批注',
  link: '链接',
  'form-field': '表单域',
  signature: '电子签名',
  script: '脚本',
  layer: '图层',
  'hidden-layer': '隐藏图层',
  structure: '朗读说明',
  'earlier-version': '早先版本',
  'picture-data': '图片附带信息',
  preview: '缩略图',
  'former-wording': '修订前文字',
  other: '其他隐藏数据',
};

export const preflightKinds: Record<PreflightKind, string> = {
  'secrecy-marking': findingKinds['secrecy-marking'].name,
  'party-name': '当事人姓名',
  'named-party': '疑似当事人',
  'id-card': findingKinds['id-card'].name,
  mobile: findingKinds.mobile.name,
  phone: findingKinds.phone.name,
  'bank-card': findingKinds['bank-card'].name,
  plate: findingKinds.plate.name,
  'credit-code': findingKinds['credit-code'].name,
  email: findingKinds.email.name,
  address: findingKinds.address.name,
  'birth-date': findingKinds['birth-date'].name,
  passport: findingKinds.passport.name,
  wechat: findingKinds.wechat.name,
  qq: findingKinds.qq.name,
  'attachment-remarks': '附件中的批注',
  'attachment-unread': '无法检查的附件',
  'attachment-uncleaned': '未能清理的附件',
};

export const preflightReasons: Record<PreflightKind, string> = {
  ...(Object.fromEntries(
    Object.entries(findingKinds).map(([kind, { reason }]) => [kind, reason]),
  ) as Record<keyof typeof findingKinds, string>),
  'party-name': '当事人表中的真实姓名或名称。未成年人的姓名不能保留。',
  'named-party': '文中像当事人一样提到、但当事人表里没有的人或单位。',
  'attachment-remarks':
    'PDF 里的批注、图章、划线等，随附时去除。要保留，请写明理由：批注的文字会一并检查，作者和时间不会带出。',
  'attachment-unread':
    '图片、扫描件、压缩包等，程序读不出其中的文字。请自己打开看过，写明理由后随附；图片里的拍摄信息已去除。',
  'attachment-uncleaned': '文字已检查，但作者、批注等隐藏信息去不掉。请自己看过，写明理由后随附。',
};
