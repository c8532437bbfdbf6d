import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { HiddenCount, HiddenPart } from '../../../../../shared/preflight/hidden-part.ts';
import { countHidden } from '../../../../../shared/preflight/hidden-part.ts';
import { annotationsOf } from './appearance.ts';
import type { SourcePage } from './pages-of.ts';

const MOST_TITLES = 10_000;
const key = (text: string) => PDFName.of(text);
const addresses = new Set(['URI', 'Launch', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData'].map(key));

/** What a file holds beside what its pages show, by kind. */
export function hiddenInPdf(
  bytes: Buffer,
  catalog: PDFDict,
  pages: readonly SourcePage[],
): HiddenCount[] {
  const { context } = catalog;
  const one = (part: HiddenPart, is: boolean): HiddenCount[] => (is ? [{ part, count: 1 }] : []);
  const info = context.lookup(context.trailerInfo.Info);
  return countHidden([
    { part: 'properties', count: info instanceof PDFDict ? info.entries().length : 0 },
    { part: 'outline', count: titles(catalog) },
    ...one('page-label', catalog.has(key('PageLabels'))),
    ...one('structure', catalog.has(key('StructTreeRoot'))),
    ...pages.flatMap(({ page }) =>
      annotationsOf(page).map((annotation) => ({ part: partOf(annotation), count: 1 })),
    ),
    ...everyDict(context).flatMap(inDict),
    { part: 'hidden-layer', count: hiddenLayers(catalog) },
    { part: 'earlier-version', count: earlierVersions(bytes) },
  ]);
}

/** Remarks, links and fields stand on pages; what opens with a remark is part of it. */
function partOf(annotation: PDFDict): HiddenPart {
  const subtype = annotation.lookup(key('Subtype'));
  if (subtype === key('Link')) return 'link';
  if (subtype === key('FileAttachment')) return 'embedded-file';
  if (subtype === key('Popup')) return 'other';
  if (subtype !== key('Widget')) return 'annotation';
  return fieldType(annotation) === key('Sig') ? 'signature' : 'form-field';
}

/** The type of a field may stand with those above it. */
export function fieldType(field: PDFDict): PDFObject | undefined {
  return inheritedOf(field, 'FT');
}

export function inheritedOf(field: PDFDict, name: string): PDFObject | undefined {
  let at: PDFObject | undefined = field;
  for (let depth = 0; depth < 32 && at instanceof PDFDict; depth += 1) {
    const value = at.lookup(key(name));
    if (value !== undefined) return value;
    at = at.lookup(key('Parent'));
  }
  return undefined;
}

function inDict(dict: PDFDict): HiddenCount[] {
  const found: HiddenPart[] = [];
  if (dict.has(key('Metadata'))) found.push('metadata');
  if (dict.has(key('EF'))) found.push('embedded-file');
  if (dict.has(key('PieceInfo')) || dict.has(key('XFA'))) found.push('other');
  if (dict.has(key('Thumb'))) found.push('preview');
  const kind = dict.lookup(key('S'));
  if (kind === key('JavaScript')) found.push('script');
  if (kind instanceof PDFName && addresses.has(kind)) found.push('link');
  if (dict.lookup(key('Type')) === key('OCG')) found.push('layer');
  return found.map((part) => ({ part, count: 1 }));
}

/** All dictionaries of a file, those in others too. */
function everyDict(context: PDFContext): PDFDict[] {
  const found: PDFDict[] = [];
  const open: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (dict instanceof PDFDict) {
      found.push(dict);
      open.push(...dict.values());
    } else if (object instanceof PDFArray) open.push(...object.asArray());
  }
  return found;
}

function titles(catalog: PDFDict): number {
  const outline = catalog.lookup(key('Outlines'));
  const open: (PDFObject | undefined)[] =
    outline instanceof PDFDict ? [outline.lookup(key('First'))] : [];
  let count = 0;
  for (let item = open.pop(); count < MOST_TITLES; item = open.pop()) {
    if (item instanceof PDFDict) {
      count += 1;
      open.push(item.lookup(key('Next')), item.lookup(key('First')));
    } else if (open.length === 0) break;
  }
  return count;
}

/** Layers that are not shown as the file is opened, or in print; at least one where that depends on something. */
export function hiddenLayers(catalog: PDFDict): number {
  const layers = catalog.lookup(key('OCProperties'));
  const config = layers instanceof PDFDict ? layers.lookup(key('D')) : undefined;
  if (!(layers instanceof PDFDict)) return 0;
  if (!(config instanceof PDFDict)) return 1;
  const off = config.lookup(key('OFF'));
  const rules = config.lookup(key('AS'));
  const base = config.lookup(key('BaseState'));
  const isUsual = base === undefined || base === key('ON');
  const listed = off instanceof PDFArray ? off.size() : 0;
  const depends = rules instanceof PDFArray && rules.size() > 0 ? 1 : 0;
  return listed + depends + (isUsual ? 0 : 1);
}

/** Each saving on top of another ends once more; a file made for the web ends twice by itself. */
function earlierVersions(bytes: Buffer): number {
  let ends = 0;
  for (let at = bytes.indexOf('startxref'); at !== -1; at = bytes.indexOf('startxref', at + 9)) {
    ends += 1;
  }
  const isForWeb = bytes.subarray(0, 2048).includes('/Linearized');
  return Math.max(0, ends - (isForWeb ? 2 : 1));
}
