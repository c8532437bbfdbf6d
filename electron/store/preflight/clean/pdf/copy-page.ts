import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { annotationsOf, appearanceOf, type Appearance } from './appearance.ts';
import { cleanContent } from './clean-content.ts';
import { decoded, packed, type Seen } from './clean-stream.ts';
import { GraphFault, type Copier } from './copy-graph.ts';
import { fieldType, inheritedOf } from './hidden-in-pdf.ts';
import type { SourcePage } from './pages-of.ts';

/** What becomes of remarks: they go, stay, or are drawn on the page. */
export type Remarks = 'remove' | 'keep' | 'draw';
export type Copying = {
  from: PDFContext;
  to: PDFContext;
  copier: Copier;
  isLayered: boolean;
  remarks: Remarks;
  seen: Seen;
};

const name = (text: string) => PDFName.of(text);
const BOXES = [
  'MediaBox',
  'CropBox',
  'BleedBox',
  'TrimBox',
  'ArtBox',
  'Rotate',
  'UserUnit',
  'Group',
];
/** Remarks that are written or drawn; those that play, open or hold something are none. */
const REMARKS = new Set(
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Redact'
    .split(' ')
    .map(name),
);
const REMARK_KEYS =
  'Rect Subtype F C IC CA Border BS BE QuadPoints InkList L LE LL LLE Vertices RD'.split(' ');
const REMARK_TEXTS = ['Contents', 'DA'];
/** No page has it: what begins so is ours. */
const OWN = 'JzDrawn';

/** A page of the new file: what it draws, and what of its fields and remarks is seen. Throws `GraphFault`, `ContentFault`. */
export function copyPage(
  copying: Copying,
  { page, inherited }: SourcePage,
  parent: PDFObject,
): { page: PDFDict; hasDrawn: boolean } {
  const { from, to, copier, remarks } = copying;
  const copied = PDFDict.withContext(to);
  copied.set(name('Type'), name('Page'));
  copied.set(name('Parent'), parent);
  for (const key of BOXES) {
    const value = copier.copy(page.get(name(key)) ?? inherited.get(key), key);
    if (value !== undefined) copied.set(name(key), value);
  }
  const resources = resourcesOf(copying, page.get(name('Resources')) ?? inherited.get('Resources'));
  const all = annotationsOf(page);
  const fields = all.filter((one) => one.lookup(name('Subtype')) === name('Widget'));
  const noted = all.filter((one) => REMARKS.has(one.lookup(name('Subtype')) as PDFName));
  for (const field of fields) refuseUndrawn(field);
  const shown = [...fields, ...(remarks === 'draw' ? noted : [])].flatMap(
    (one) => appearanceOf(from, one) ?? [],
  );
  const content = [contentOf(copying, page), ...drawn(copying, shown, resources)];
  copied.set(name('Resources'), resources);
  copied.set(
    name('Contents'),
    to.register(packed(to, Buffer.concat(content), PDFDict.withContext(to))),
  );
  if (remarks === 'keep' && noted.length > 0) {
    const kept = PDFArray.withContext(to);
    for (const one of noted) kept.push(to.register(keptRemark(copying, one)));
    copied.set(name('Annots'), kept);
  }
  return { page: copied, hasDrawn: shown.length > 0 };
}

/** A copy of its own, to which names can be added. */
function resourcesOf({ from, to, copier }: Copying, resources: PDFObject | undefined): PDFDict {
  const copied = copier.copy(from.lookup(resources), 'Resources', 'resources');
  return copied instanceof PDFDict ? copied : PDFDict.withContext(to);
}

function contentOf({ from, isLayered, seen }: Copying, page: PDFDict): Buffer {
  const contents = page.lookup(name('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  const parts = streams.flatMap((one) => {
    const stream = from.lookup(one);
    return stream instanceof PDFRawStream ? [decoded(stream), Buffer.from('\n')] : [];
  });
  const { bytes, pictures, jpegs } = cleanContent(Buffer.concat(parts), { isLayered });
  seen.pictures += pictures;
  seen.unknown += jpegs;
  return Buffer.concat([Buffer.from('q\n'), bytes, Buffer.from('Q\n')]);
}

function drawn(
  { to, copier }: Copying,
  appearances: readonly Appearance[],
  resources: PDFDict,
): Buffer[] {
  if (appearances.length === 0) return [];
  const key = name('XObject');
  const before = resources.lookup(key);
  const objects = before instanceof PDFDict ? before.clone(to) : PDFDict.withContext(to);
  resources.set(key, objects);
  return appearances.map(({ form, matrix }, at) => {
    const own = `${OWN}${at}`;
    const copied = copier.copy(form, '');
    if (copied === undefined) throw new GraphFault('an appearance that is none');
    objects.set(name(own), copied);
    const place = matrix.map((one) => one.toFixed(5)).join(' ');
    return Buffer.from(`q ${place} cm /${own} Do Q\n`);
  });
}

/** A field whose value is to be drawn by whoever opens it would be empty here. */
function refuseUndrawn(field: PDFDict): void {
  const type = fieldType(field);
  if (type !== name('Tx') && type !== name('Ch')) return;
  const value = inheritedOf(field, 'V');
  const isFilled =
    (value instanceof PDFString || value instanceof PDFHexString) && value.decodeText() !== '';
  if (isFilled && !field.has(name('AP'))) throw new GraphFault('a field that nobody has drawn');
}

/** A remark without who made it, when, and what it answers. */
function keptRemark({ to, copier }: Copying, remark: PDFDict): PDFDict {
  const copied = PDFDict.withContext(to);
  copied.set(name('Type'), name('Annot'));
  for (const key of REMARK_KEYS) {
    const value = copier.copy(remark.get(name(key)), '');
    if (value !== undefined) copied.set(name(key), value);
  }
  for (const key of REMARK_TEXTS) {
    const text = remark.lookup(name(key));
    if (text instanceof PDFString || text instanceof PDFHexString) copied.set(name(key), text);
  }
  const own = remark.lookup(name('AP'));
  const normal = own instanceof PDFDict ? copier.copy(own.get(name('N')), '') : undefined;
  if (normal !== undefined) {
    const looks = PDFDict.withContext(to);
    looks.set(name('N'), normal);
    copied.set(name('AP'), looks);
  }
  return copied;
}
