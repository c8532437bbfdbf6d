import type { Paper, PaperBlock, PaperLine, PaperPicture, Run, Runs } from './official-paper.ts';
import type { PaperCell, PaperTable } from './paper-table.ts';

/** `address`: of the picture's bytes, as the page may load them. Pixels. */
export type PagePicture = { address: string; width: number; height: number };
/** Pictures of a paper, by SHA-256. */
export type PagePictures = ReadonlyMap<string, PagePicture>;

/** 156 mm, at 96 dots an inch. */
const WIDEST_IN_PIXELS = 589;
const HIGHEST_IN_PIXELS = 750;

/**
 * A paper as a page to be printed: the same lines as in the Word file, in the standard's margins. No script, no style but the sheet beside it,
 * and nothing to load but that and its own pictures. Notes stand at the end: a page of a browser has no foot.
 */
export function paperPage({ blocks, notes }: Paper, pictures: PagePictures): string {
  const body = blocks.map((block) => renderBlock(block, pictures)).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>公文</title><link rel="stylesheet" href="/paper.css"></head>
<body>
${body}
${renderNotes(notes)}</body>
</html>
`;
}

/**
 * The sheet of that page. `marking` (null for a PDF file, which gets both from whoever writes it) stands at the top of every page, the number
 * of the page at its foot, right on odd and left on even ones.
 */
export function paperSheet(marking: string | null): string {
  const page = '@page { size: A4; margin: 37mm 26mm 35mm 28mm; }\n';
  return `${page}${marking === null ? '' : marginBoxes(marking)}${SHEET}`;
}

function marginBoxes(marking: string): string {
  const box = 'font: 14pt SimSun, "Noto Serif CJK SC", serif;';
  const number = `{ content: "— " counter(page) " —"; ${box} vertical-align: top; padding-top: 7mm; }`;
  // A marking is one of three words of ours.
  const top = `@page { @top-left { content: "${marking}"; ${box} vertical-align: bottom; padding-bottom: 6mm; } }\n`;
  return `${marking === '' ? '' : top}@page :right { @bottom-right ${number} }
@page :left { @bottom-left ${number} }
`;
}

const FANG =
  '"FangSong", "仿宋", "FangSong_GB2312", "STFangsong", "FandolFang", "Noto Serif CJK SC", serif';
const BLACK = '"SimHei", "黑体", "Source Han Sans SC", "Noto Sans CJK SC", sans-serif';
const KAI = '"KaiTi", "楷体", "KaiTi_GB2312", "STKaiti", "Noto Serif CJK SC", serif';
const TITLE =
  '"方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "华文中宋", "SimSun", "Noto Serif CJK SC", serif';

/** 3号 on 28.9 points, a quarter tighter: 22 lines of 28 characters. */
const SHEET = `* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 16pt/28.9pt ${FANG}; letter-spacing: -0.25pt; line-break: strict; text-autospace: no-autospace; orphans: 1; widows: 1; }
p, td, th { white-space: pre-wrap; overflow-wrap: anywhere; }
p { margin: 0; min-height: 28.9pt; text-align: justify; text-indent: 2em; }
.marking { font-family: ${BLACK}; text-indent: 0; }
.title { font: 22pt/28.9pt ${TITLE}; letter-spacing: 0; text-align: center; text-indent: 0; break-after: avoid; }
.part { font-family: ${BLACK}; break-after: avoid; } .heading { font-family: ${KAI}; break-after: avoid; } .subheading { break-after: avoid; }
.quote { font-family: ${KAI}; margin: 0 2em; }
.centre { text-align: center; text-indent: 0; } .right { text-align: right; text-indent: 0; } .exact { white-space: pre; }
.caption { font: 14pt/28.9pt ${KAI}; text-align: center; text-indent: 0; } .blank { text-indent: 0; }
.start { break-before: page; } .depth1 { padding-left: 1em; } .depth2 { padding-left: 2em; } .depth3 { padding-left: 3em; }
figure { margin: 6pt 0 3pt; text-align: center; break-inside: avoid; break-after: avoid; } img { max-width: 100%; }
table { width: 100%; margin: 0 0 28.9pt; border-collapse: collapse; table-layout: fixed; font-size: 12pt; line-height: 20pt; }
td, th { border: 0.5pt solid #000; padding: 2pt 4pt; font-weight: normal; vertical-align: middle; } th { font-family: ${BLACK}; }
td p, th p { min-height: 20pt; text-indent: 0; text-align: left; } th p { text-align: center; }
td p.centre, th p.centre { text-align: center; } td p.right, th p.right { text-align: right; }
tr { break-inside: avoid; } thead { display: table-header-group; }
sup { font-size: 0.6em; line-height: 1; }
aside { margin-top: 28.9pt; border-top: 0.5pt solid #000; } aside p { font-size: 10.5pt; line-height: 16pt; min-height: 16pt; text-indent: 0; }
`;

function renderBlock(block: PaperBlock, pictures: PagePictures): string {
  if (block.type === 'line') return renderLine(block);
  return block.type === 'table' ? renderTable(block) : renderPicture(block, pictures);
}

function renderLine(line: PaperLine): string {
  const { style, startsPage, leftInCharacters: left, rightInCharacters: right } = line;
  const classes = [
    style,
    ...(startsPage ? ['start'] : []),
    ...(left > 0 ? [`depth${String(Math.min(left, 3))}`] : []),
    ...(right > 0 ? ['exact'] : []),
  ];
  return `<p class="${classes.join(' ')}">${renderRuns(line.runs)}${free(right)}</p>`;
}

/** Blanks that are as wide as so many characters; the policy allows no style of one line alone. */
function free(characters: number): string {
  return '\u3000'.repeat(Math.floor(characters)) + (characters % 1 === 0 ? '' : '\u2002');
}

function renderTable({ columnsInPercent, rows }: PaperTable): string {
  const columns = columnsInPercent
    .map((percent) => `<col width="${percent.toFixed(2)}%">`)
    .join('');
  const lines = rows.map(({ cells }, at) => {
    const inner = cells.flatMap((cell) =>
      cell.rows === 0 ? [] : [renderCell(cell, coveredBelow(rows, at, cell.rows))],
    );
    return `<tr>${inner.join('')}</tr>`;
  });
  const heads = rows.findIndex(({ isHeader }) => !isHeader);
  const head = heads > 0 ? `<thead>${lines.slice(0, heads).join('\n')}</thead>` : '';
  return `<table><colgroup>${columns}</colgroup>${head}<tbody>${lines.slice(Math.max(heads, 0)).join('\n')}</tbody></table>`;
}

/** A cell never reaches out of its table, nor out of its head. */
function coveredBelow(rows: PaperTable['rows'], at: number, wanted: number): number {
  const isHeader = rows[at]?.isHeader ?? false;
  let covers = 1;
  while (covers < wanted && rows[at + covers]?.isHeader === isHeader) covers += 1;
  return covers;
}

function renderCell({ isHeader, columns, lines }: PaperCell, rows: number): string {
  const tag = isHeader ? 'th' : 'td';
  const spans = `${columns > 1 ? ` colspan="${String(columns)}"` : ''}${rows > 1 ? ` rowspan="${String(rows)}"` : ''}`;
  const inner = lines.map(({ align, runs }) => {
    const place = align === null ? '' : ` class="${align === 'center' ? 'centre' : 'right'}"`;
    return `<p${place}>${renderRuns(runs)}</p>`;
  });
  return `<${tag}${spans}>${inner.join('')}</${tag}>`;
}

function renderPicture({ content, widthInPercent }: PaperPicture, pictures: PagePictures): string {
  const picture = pictures.get(content);
  if (picture === undefined) return '';
  const wanted =
    widthInPercent === null
      ? Math.min(picture.width, WIDEST_IN_PIXELS)
      : (widthInPercent * WIDEST_IN_PIXELS) / 100;
  const scale = Math.min(1, HIGHEST_IN_PIXELS / ((wanted * picture.height) / picture.width));
  const width = Math.max(1, Math.round(wanted * scale));
  return `<figure><img src="${picture.address}" width="${String(width)}" alt=""></figure>`;
}

function renderNotes(notes: readonly Runs[]): string {
  if (notes.length === 0) return '';
  const lines = notes.map((runs, at) => `<p>〔${String(at + 1)}〕${renderRuns(runs)}</p>`);
  return `<aside>\n${lines.join('\n')}\n</aside>\n`;
}

function renderRuns(runs: Runs): string {
  return runs.map(renderRun).join('');
}

function renderRun(run: Run): string {
  if (run.type === 'break') return '<br>';
  if (run.type === 'note') return `<sup>〔${String(run.number)}〕</sup>`;
  const text = escapeText(run.text);
  return run.isBold ? `<strong>${text}</strong>` : text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

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
