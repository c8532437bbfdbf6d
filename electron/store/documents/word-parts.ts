import type { Paper } from '../../../shared/documents/official-paper.ts';
import { relationOf, wordBody, type WordPictures } from './word-body.ts';
import { wordRuns } from './word-text.ts';
import { wordFonts, wordStyles } from './word-styles.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * A4 with the standard's margins (37, 28, 35, 26 mm) in twentieths of a point. No character grid: LibreOffice sets 14–18 characters
 * with one; 22 lines and 28 characters come from the line pitch and the spacing in the styles. The page number stands 7 mm below the text.
 */
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/></w:sectPr>';

/**
 * The parts of a Word file (ECMA-376, transitional) by name. There are no properties of the document at all: no author, no company, no
 * times, no template.
 */
export function wordParts(paper: Paper, pictures: WordPictures): Map<string, string> {
  const names = [...pictures.values()].map(({ name }) => name);
  return new Map([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relationships([['document', 'officeDocument', 'word/document.xml']])],
    [
      'word/_rels/document.xml.rels',
      relationships([
        ['styles', 'styles', 'styles.xml'],
        ['settings', 'settings', 'settings.xml'],
        ['fonts', 'fontTable', 'fontTable.xml'],
        ['notes', 'footnotes', 'footnotes.xml'],
        ['odd', 'footer', 'footer1.xml'],
        ['even', 'footer', 'footer2.xml'],
        ...names.map((name): Relation => [relationOf(name), 'image', `media/${name}`]),
      ]),
    ],
    ['word/document.xml', part('document', `<w:body>${wordBody(paper, pictures)}${PAGE}</w:body>`)],
    ['word/styles.xml', part('styles', wordStyles)],
    ['word/fontTable.xml', part('fonts', wordFonts)],
    ['word/settings.xml', part('settings', SETTINGS)],
    ['word/footnotes.xml', part('footnotes', footnotes(paper))],
    ['word/footer1.xml', part('ftr', pageNumber('footerOdd'))],
    ['word/footer2.xml', part('ftr', pageNumber('footerEven'))],
  ]);
}

function part(root: string, inner: string): string {
  return `${DECLARATION}<w:${root} ${namespaces}>${inner}</w:${root}>`;
}

function contentTypes(): string {
  const parts: [string, string][] = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['fontTable', 'fontTable'],
    ['settings', 'settings'],
    ['footnotes', 'footnotes'],
    ['footer1', 'footer'],
    ['footer2', 'footer'],
  ];
  const overrides = parts.map(
    ([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`,
  );
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${overrides.join('')}</Types>`;
}

type Relation = [id: string, type: string, target: string];
function relationships(all: readonly Relation[]): string {
  const lines = all.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

const SETTINGS =
  '<w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

function footnotes({ notes }: Paper): string {
  const lines = (type: string, id: number, mark: string) =>
    `<w:footnote w:type="${type}" w:id="${String(id)}"><w:p><w:pPr><w:pStyle w:val="note"/></w:pPr><w:r><w:${mark}/></w:r></w:p></w:footnote>`;
  const own = notes.map(
    (runs, at) =>
      `<w:footnote w:id="${String(at + 1)}"><w:p><w:pPr><w:pStyle w:val="note"/></w:pPr><w:r><w:rPr><w:rStyle w:val="NoteMark"/></w:rPr><w:footnoteRef/></w:r>${wordRuns(runs)}</w:p></w:footnote>`,
  );
  return [
    lines('separator', -1, 'separator'),
    lines('continuationSeparator', 0, 'continuationSeparator'),
    ...own,
  ].join('\n');
}

/** — 1 — in 4号 宋体: right on odd pages, left on even ones, one character from the edge (7.5). */
function pageNumber(style: 'footerOdd' | 'footerEven'): string {
  const dash = (text: string) =>
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${dash('— ')}${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}${dash(' —')}</w:p>`;
}
