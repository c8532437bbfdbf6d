import type {
  Paper,
  PaperBlock,
  PaperLine,
  PaperPicture,
} from '../../../shared/documents/official-paper.ts';
import type { PaperCell, PaperTable } from '../../../shared/documents/paper-table.ts';
import { wordRuns } from './word-text.ts';

/** Twentieths of a point: the text area is 156 × 225 mm. */
export const TEXT_WIDTH = 8844;
const EMU_IN_MM = 36_000;
const WIDEST_IN_MM = 156;
const HIGHEST_IN_MM = 200;
/** One 3号 character is 16 points wide. */
const CHARACTER = 320;

/** `sizeInBytes`: of `bytes`. Pixels as the picture's own header says them. */
export type WordPicture = {
  name: string;
  bytes: Uint8Array;
  width: number;
  height: number;
};
/** Pictures of a paper, by SHA-256. */
export type WordPictures = ReadonlyMap<string, WordPicture>;

/** What stands between `<w:body>` and the page's own description. */
export function wordBody({ blocks }: Paper, pictures: WordPictures): string {
  let drawn = 0;
  const block = (one: PaperBlock): string => {
    if (one.type === 'line') return wordLine(one);
    if (one.type === 'table') return wordTable(one);
    const picture = pictures.get(one.content);
    drawn += 1;
    return picture === undefined ? '' : wordPicture(one, picture, drawn);
  };
  return blocks.map(block).join('\n');
}

function wordLine(line: PaperLine): string {
  const { style, runs, startsPage, leftInCharacters, rightInCharacters } = line;
  const left = leftInCharacters * CHARACTER;
  const right = Math.round(rightInCharacters * CHARACTER);
  const indent =
    left === 0 && right === 0
      ? ''
      : `<w:ind w:left="${String(left)}" w:right="${String(right)}"${left > 0 ? ' w:firstLine="640"' : ' w:firstLine="0"'}/>`;
  const page = startsPage ? '<w:pageBreakBefore/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${page}${indent}</w:pPr>${wordRuns(runs)}</w:p>`;
}

function wordTable({ columnsInPercent, rows }: PaperTable): string {
  const widths = columnsInPercent.map((percent) => Math.round((percent * TEXT_WIDTH) / 100));
  const grid = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('');
  const body = rows
    .map(({ isHeader, cells }) => {
      let column = 0;
      const inner = cells.map((cell) => {
        const width = widths
          .slice(column, column + cell.columns)
          .reduce((sum, one) => sum + one, 0);
        column += cell.columns;
        return wordCell(cell, width);
      });
      const head = isHeader ? '<w:tblHeader/>' : '';
      return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${inner.join('')}</w:tr>`;
    })
    .join('\n');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/><w:tblW w:w="${String(TEXT_WIDTH)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>
<w:p><w:pPr><w:pStyle w:val="blank"/></w:pPr></w:p>`;
}

function wordCell({ isHeader, columns, rows, lines }: PaperCell, width: number): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${String(columns)}"/>` : '';
  const merge = rows > 1 ? '<w:vMerge w:val="restart"/>' : rows === 0 ? '<w:vMerge/>' : '';
  const inner = (lines.length === 0 ? [{ align: null, runs: [] }] : lines).map(
    ({ align, runs }) => {
      const placed = align ?? (isHeader ? 'center' : null);
      const jc = placed === null ? '' : `<w:jc w:val="${placed}"/>`;
      const style = isHeader ? 'cellHead' : 'cell';
      return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${jc}</w:pPr>${wordRuns(runs)}</w:p>`;
    },
  );
  return `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${inner.join('')}</w:tc>`;
}

function wordPicture(
  block: PaperPicture,
  { name, width, height }: WordPicture,
  id: number,
): string {
  const [x, y] = sizeOnPaper(block, { width, height }).map(String);
  return `<w:p><w:pPr><w:pStyle w:val="picture"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${x}" cy="${y}"/><wp:docPr id="${String(id)}" name=""/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${String(id)}" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relationOf(name)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${x}" cy="${y}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** In EMU: as wide as the text says, else as large as it is at 96 dots an inch, and never larger than the page. */
function sizeOnPaper(
  { widthInPercent }: PaperPicture,
  { width, height }: { width: number; height: number },
): [number, number] {
  const natural = (width * 25.4) / 96;
  const wanted =
    widthInPercent === null
      ? Math.min(natural, WIDEST_IN_MM)
      : (widthInPercent * WIDEST_IN_MM) / 100;
  const scale = Math.min(1, HIGHEST_IN_MM / ((wanted * height) / width));
  const inMm = wanted * scale;
  return [Math.round(inMm * EMU_IN_MM), Math.round(((inMm * height) / width) * EMU_IN_MM)];
}

/** The name of a picture's relationship. */
export function relationOf(name: string): string {
  return `picture-${name.replace('.', '-')}`;
}
