import type { RecordKind } from '../contract/records.ts';
import type { ExportedFields, ExportedRecord } from './exported-record.ts';
import type { Marking, Standing } from '../templates/record-fields.ts';
import type { ExportedBlock, ExportedInline, ExportedSection } from './exported-tree.ts';

/**
 * `record.html`, rendered from `record.json`. Frozen: a receiver renders again and compares byte for byte, so any change
 * here, down to a space or a label, needs a new `formatVersion` of the record and this version kept beside it. That is also
 * why the labels are not taken from the interface's words: they are what is printed, in the language of the record.
 * The page stands alone: no script, no reference to anything, and a policy that would refuse both.
 */
export function renderRecordHtml(record: ExportedRecord): string {
  const title = escapeText(record.title);
  const [policy, style] =
    record.formatVersion >= 3 ? [RECORD_POLICY_3, RECORD_STYLE_3] : [RECORD_POLICY, RECORD_STYLE];
  const notes: Notes = [];
  const sections = record.document.sections.map((section) => renderSection(section, notes));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<article>
<h1>${title}</h1>
<dl>
${renderFacts(record)}</dl>
${sections.join('')}${renderNotes(notes)}</article>
</body>
</html>
`;
}

/** The whole style sheet. The policy names its hash, so a style smuggled in elsewhere is not applied. */
export const RECORD_STYLE = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a;
  font: 17px/1.8 "FangSong", "FangSong_GB2312", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
  text-autospace: normal; line-break: strict; }
article { max-width: 760px; margin: 0 auto; padding: 48px 24px; }
h1, h2, h3, h4, h5, dt, th { font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "SimHei", sans-serif; }
h1 { font-size: 26px; line-height: 1.4; text-align: center; text-wrap: balance; margin: 0 0 24px; }
h2 { font-size: 19px; margin: 32px 0 8px; }
h3, h4, h5 { font-size: 17px; margin: 16px 0 4px; }
h1, h2, h3, h4, h5 { break-after: avoid; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; padding: 12px 0; font-size: 15px;
  border-top: 1px solid #999; border-bottom: 1px solid #999; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
p { margin: 0; min-height: 1.8em; text-indent: 2em; text-align: justify; }
p, li, td, th, h1, h2, h3, h4, h5, dd { white-space: pre-wrap; overflow-wrap: anywhere; }
ol, ul { margin: 0; padding-left: 2em; }
table { width: 100%; margin: 8px 0; border-collapse: collapse; font-size: 15px; line-height: 1.6; }
th, td { border: 1px solid #666; padding: 4px 8px; vertical-align: top; text-align: left; }
td p, th p { text-indent: 0; min-height: 1.6em; }
tr { break-inside: avoid; }
p { orphans: 2; widows: 2; }
@media print { body { font-size: 16pt; line-height: 28.9pt; } article { max-width: none; padding: 0; }
  h1 { font-size: 22pt; } h2, h3, h4, h5 { font-size: 16pt; } dl, table { font-size: 12pt; line-height: 1.6; } }
`;

/** SHA-256 of RECORD_STYLE, base64; a test holds the two together. */
const STYLE_HASH = 'sha256-bCF3unh/lBlIU662c1KDKFNnogoz7oWOVTRB05M4Jbs=';
export const RECORD_POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** Since version 3 of the record: quotations, notes, pictures, alignment. */
export const RECORD_STYLE_3 = `${RECORD_STYLE}
blockquote { margin: 0 2em; } sup { line-height: 1; font-size: 0.7em; }
p.center { text-align: center; text-indent: 0; } p.right { text-align: right; text-indent: 0; }
figure { margin: 8px 0; text-align: center; font-size: 15px; break-inside: avoid; }
figure p { text-indent: 0; text-align: center; color: #555; }
aside { margin-top: 32px; padding-top: 8px; border-top: 1px solid #999; font-size: 15px; } aside p { text-indent: 0; }
`;
const STYLE_HASH_3 = 'sha256-71lFcM7sSBLLS0e/4g1QkTJ00Eal5Ur7y59ZpLViFvo=';
export const RECORD_POLICY_3 = RECORD_POLICY.replace(STYLE_HASH, STYLE_HASH_3);

const kindLabels: Record<RecordKind, string> = {
  'typical-case': '典型案例',
  'guiding-case-nomination': '指导性案例推荐',
  'good-practice': '经验做法',
  'research-note': '调研',
  'work-report': '工作情况',
  'information-brief': '信息简报',
  'precedent-search-report': '类案检索报告',
  // Since version 4 of the record.
  notice: '通知',
  call: '征集',
  precedent: '参考案例',
};

function renderFacts(record: ExportedRecord): string {
  const facts: [string, string][] = [['类别', kindLabels[record.kind]]];
  if (record.keywords.length > 0) facts.push(['关键词', record.keywords.join('　')]);
  if (record.caseNumbers.length > 0) facts.push(['案号', record.caseNumbers.join('　')]);
  if (record.formatVersion !== 1) facts.push(...fieldFacts(record.fields ?? {}));
  facts.push(['修订', String(record.revision)], ['编号', record.id]);
  return facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeText(value)}</dd>\n`).join('');
}

/** Since version 2 of the record; the last four since version 4. */
function fieldFacts(fields: ExportedFields): [string, string][] {
  const names = (codes: readonly { name: string }[] = []) =>
    codes.map(({ name }) => name).join('　');
  const facts: [string, string][] = [
    ['检察职能', names(fields.functions)],
    ['罪名', names(fields.charges)],
    ['权利类型', names(fields.rightTypes)],
    ['办案阶段', names(fields.stages)],
    ['处理结果', names(fields.outcomes)],
    ['地区', fields.region?.name ?? ''],
    ['办案检察院', fields.handlingProcuratorate ?? ''],
    ['标识', fields.marking === undefined ? '' : markingLabels[fields.marking]],
    ['截止日期', fields.due ?? ''],
    ['征集类别', (fields.wanted ?? []).map((kind) => kindLabels[kind]).join('　')],
    ['情况', fields.standing === undefined ? '' : standingLabels[fields.standing]],
    ['应征', fields.call ?? ''],
  ];
  return facts.filter(([, value]) => value !== '');
}

const standingLabels: Record<Standing, string> = { closed: '已结束', withdrawn: '已撤回' };

const markingLabels: Record<Marking, string> = {
  public: '公开',
  internal: '内部',
  'work-secret': '工作秘密',
};

type Table = Extract<ExportedBlock, { type: 'table' }>;
type List = Extract<ExportedBlock, { type: 'list' }>;
type Picture = Extract<ExportedBlock, { type: 'image' }>;
type Cell = Table['rows'][number][number];
type Paragraph = Cell['children'][number];
/** The footnotes met so far, rendered; they stand at the end of the page. */
type Notes = string[];

function renderSection(section: ExportedSection, notes: Notes): string {
  const heading = section.heading === '' ? '' : `<h2>${escapeText(section.heading)}</h2>\n`;
  const blocks = section.blocks.map((block) => renderBlock(block, notes));
  return `<section>\n${heading}${blocks.join('')}</section>\n`;
}

function renderBlock(block: ExportedBlock, notes: Notes): string {
  switch (block.type) {
    case 'paragraph':
      return `${renderParagraph(block, notes)}\n`;
    case 'heading': {
      const tag = `h${String(block.level + 2)}`;
      return `<${tag}>${renderInlines(block.children, notes)}</${tag}>\n`;
    }
    case 'quote':
      return `<blockquote><p>${renderInlines(block.children, notes)}</p></blockquote>\n`;
    case 'list':
      return renderList(block, notes);
    case 'table':
      return renderTable(block, notes);
    case 'image':
      return renderPicture(block, notes);
  }
}

function renderParagraph(paragraph: Paragraph, notes: Notes): string {
  const place = paragraph.align === undefined ? '' : ` class="${paragraph.align}"`;
  return `<p${place}>${renderInlines(paragraph.children, notes)}</p>`;
}

/** The picture itself is a file of the pack; a page that stands alone can only say which. */
function renderPicture(picture: Picture, notes: Notes): string {
  const file = picture.content === undefined ? '图片未随附' : `图片见附件 ${picture.content}`;
  const caption = renderInlines(picture.caption, notes);
  return `<figure><p>〔${file}〕</p><figcaption>${caption}</figcaption></figure>\n`;
}

/** A depth that skips a level is shown one deeper than the item above: HTML has no list without an item around it. */
function renderList(list: List, notes: Notes): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const parts: string[] = [];
  let depth = -1;
  for (const item of list.items) {
    const target = Math.min(item.depth, depth + 1);
    if (target > depth) parts.push(`<${tag}>`);
    else parts.push('</li>', `</${tag}></li>`.repeat(depth - target));
    parts.push(`<li>${renderInlines(item.children, notes)}`);
    depth = target;
  }
  parts.push(`</li></${tag}>`.repeat(depth + 1), '\n');
  return parts.join('');
}

function renderTable(table: Table, notes: Notes): string {
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell) => renderCell(cell, notes)).join('')}</tr>\n`,
  );
  return `<table>\n${renderWidths(table.columnWidths)}${rows.join('')}</table>\n`;
}

function renderWidths(widths: readonly number[] = []): string {
  if (widths.length === 0) return '';
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map(
    (width) => `<col width="${String(Math.round((100 * width) / sum))}%">`,
  );
  return `<colgroup>${columns.join('')}</colgroup>\n`;
}

function renderCell(cell: Cell, notes: Notes): string {
  const tag = cell.header === true ? 'th' : 'td';
  const columns = cell.columnSpan === undefined ? '' : ` colspan="${String(cell.columnSpan)}"`;
  const rows = cell.rowSpan === undefined ? '' : ` rowspan="${String(cell.rowSpan)}"`;
  const content = cell.children.map((paragraph) => renderParagraph(paragraph, notes));
  return `<${tag}${columns}${rows}>${content.join('')}</${tag}>`;
}

function renderInlines(children: readonly ExportedInline[], notes: Notes): string {
  return children.map((inline) => renderInline(inline, notes)).join('');
}

function renderInline(inline: ExportedInline, notes: Notes): string {
  if (inline.type === 'line-break') return '<br>';
  if (inline.type === 'footnote') {
    const place = notes.push('') - 1;
    notes[place] = renderInlines(inline.children, notes);
    return `<sup>〔${String(place + 1)}〕</sup>`;
  }
  const text = escapeText(inline.text);
  return inline.bold === true ? `<strong>${text}</strong>` : text;
}

function renderNotes(notes: Notes): string {
  if (notes.length === 0) return '';
  const lines = notes.map((note, place) => `<p>〔${String(place + 1)}〕${note}</p>\n`);
  return `<aside>\n${lines.join('')}</aside>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Escapes for text and quoted attributes alike. Characters that HTML would change or drop (controls, lone surrogates) become
 * U+FFFD; those that make text read otherwise than it is written (bidirectional controls) are spelled out.
 */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[^\P{Cc}\t\n]/gu, '\uFFFD')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, spellOut);
}

function spellOut(character: string): string {
  return `⟦U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`;
}
