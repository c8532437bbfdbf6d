import {
  blockLines,
  inlineText,
  type Block,
  type Cell,
  type Inline,
  type List,
  type Table,
} from '../../shared/document/tree.ts';

/** As wide as the text of an A4 page; other programs want a measure. */
const TABLE_IN_PIXELS = 590;

/** Plain text for the clipboard: one line per paragraph or item, cells of a row parted by tabs. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.type !== 'table') return blockLines(block);
      return block.rows.map((row) => row.map(cellText).join('\t'));
    })
    .join('\n');
}

function cellText(cell: Cell): string {
  return cell.children.map((paragraph) => inlineText(paragraph.children)).join(' ');
}

/** HTML for other programs on the clipboard. It is written for them and never shown or parsed here. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph': {
      const place = block.align === undefined ? '' : ` style="text-align:${block.align}"`;
      return `<p${place}>${inlinesHtml(block.children)}</p>`;
    }
    case 'heading':
      return `<h${block.level}>${inlinesHtml(block.children)}</h${block.level}>`;
    case 'quote':
      return `<blockquote>${inlinesHtml(block.children)}</blockquote>`;
    case 'image':
      return `<p>${inlinesHtml(block.caption)}</p>`;
    case 'list':
      return listHtml(block);
    case 'table': {
      const rows = block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
      return `<table border="1">${columnsHtml(block)}${rows.join('')}</table>`;
    }
  }
}

function columnsHtml({ columnWidths = [] }: Table): string {
  const sum = columnWidths.reduce((total, width) => total + width, 0);
  const columns = columnWidths.map(
    (width) => `<col style="width:${String(Math.round((TABLE_IN_PIXELS * width) / sum))}px">`,
  );
  return columns.length === 0 ? '' : `<colgroup>${columns.join('')}</colgroup>`;
}

function listHtml(list: List): string {
  const tag = list.ordered ? 'ol' : 'ul';
  let html = '';
  let depth = -1;
  for (const item of list.items) {
    while (depth < item.depth) {
      html += `<${tag}>`;
      depth += 1;
    }
    while (depth > item.depth) {
      html += `</${tag}>`;
      depth -= 1;
    }
    html += `<li>${inlinesHtml(item.children)}</li>`;
  }
  return html + `</${tag}>`.repeat(depth + 1);
}

function cellHtml(cell: Cell): string {
  const tag = cell.header === true ? 'th' : 'td';
  const columns = cell.columnSpan === undefined ? '' : ` colspan="${cell.columnSpan}"`;
  const rows = cell.rowSpan === undefined ? '' : ` rowspan="${cell.rowSpan}"`;
  return `<${tag}${columns}${rows}>${cell.children.map(blockHtml).join('')}</${tag}>`;
}

function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'line-break') return '<br>';
      const text = escaped(inlineText([inline]));
      return inline.type === 'text' && inline.bold === true ? `<strong>${text}</strong>` : text;
    })
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
