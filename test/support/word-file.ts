import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** The pieces of a Word file as somebody else's program would write them. */
export type WordFile = { body: string; footnotes?: string; comments?: string; header?: string };

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a Word file by name, so that a test can spoil one of them. */
export function wordParts({ body, footnotes, comments, header }: WordFile): Map<string, Buffer> {
  const extra = Object.entries({ footnotes, comments, header }).filter(
    ([, xml]) => xml !== undefined,
  );
  const root = (name: string, inner: string) =>
    `${declaration}<w:${name} ${namespaces}>${inner}</w:${name}>`;
  const names: Readonly<Record<string, string>> = { header: 'hdr' };
  const parts = new Map<string, string>([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/document.xml', root('document', `<w:body>${body}</w:body>`)],
    ['word/styles.xml', root('styles', styles)],
    ['word/numbering.xml', root('numbering', numbering)],
    ['word/_rels/document.xml.rels', relationships(extra.map(([name]) => name))],
  ]);
  for (const [name, xml = ''] of extra)
    parts.set(`word/${name}.xml`, root(names[name] ?? name, xml));
  return new Map([...parts].map(([name, xml]) => [name, Buffer.from(xml)]));
}

/** The same bytes every time, so that committed fixtures can be made again. */
export async function zipOf(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  const mtime = new Date(Date.UTC(2026, 10, 22));
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { mtime, mode: 0o100644 });
  zip.end();
  return buffer(zip.outputStream);
}

export const wordFile = (file: WordFile) => zipOf(wordParts(file));

const styles = [
  ['Title', 'Title'],
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Heading3', 'heading 3'],
]
  .map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('');
const level = (format: string) =>
  `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="${format}"/></w:lvl>`;
const numbering = ['chineseCounting', 'bullet', 'decimal']
  .map(
    (format, index) => `<w:abstractNum w:abstractNumId="${index}">${level(format)}</w:abstractNum>`,
  )
  .concat(
    [1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`),
  )
  .join('');

function relationships(names: readonly string[]): string {
  const links = ['styles', 'numbering', ...names].map(
    (name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
  );
  links.push(
    `<Relationship Id="web" Type="${office}/hyperlink" Target="https://example.invalid/tea" TargetMode="External"/>`,
  );
  links.push(`<Relationship Id="picture" Type="${office}/image" Target="media/map.png"/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
}

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run. `properties` are names of toggles: `b`, `i`. */
export function run(text: string, ...properties: string[]): string {
  const toggles = properties.map((name) => `<w:${name}/>`).join('');
  return `<w:r><w:rPr>${toggles}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

type Look = { style?: string; isCentred?: boolean; list?: 1 | 2 | 3 };

/** A paragraph of runs, or of one run of plain text if no markup is given. */
export function paragraph(content: string, look: Look = {}): string {
  const style = look.style === undefined ? '' : `<w:pStyle w:val="${look.style}"/>`;
  const list =
    look.list === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${look.list}"/></w:numPr>`;
  const centred = look.isCentred === true ? '<w:jc w:val="center"/>' : '';
  const inner = content.startsWith('<') || content === '' ? content : run(content);
  return `<w:p><w:pPr>${style}${list}${centred}</w:pPr>${inner}</w:p>`;
}

/** A cell with the paragraphs of a text; `properties` such as `<w:gridSpan w:val="2"/>`. */
export function cell(text: string, properties = ''): string {
  const inner = text
    .split('\n')
    .map((line) => paragraph(line))
    .join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}

export const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

/** A run that shows the picture `word/media/map.png`, which the test has to put there. */
export const shownPicture =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
