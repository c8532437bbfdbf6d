import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { HiddenPart, HiddenText } from '../../../../shared/preflight/hidden-part.ts';

/** UTF-16 units of all that is kept; nobody reads more of it. */
const MOST_TEXT = 1_000_000;
const MOST_DEPTH = 50;

/** What is written in a PDF file beside its pages: facts, titles, remarks with their authors, values, names of files, addresses, programs. */
export async function readHidden(
  document: PDFDocumentProxy,
  mostPages: number,
): Promise<HiddenText[]> {
  const found: HiddenText[] = [];
  let length = 0;
  const add = (part: HiddenPart, page: number, ...values: unknown[]) => {
    for (const text of values.flatMap((value) => textsIn(value))) {
      length += text.length;
      if (length <= MOST_TEXT) found.push({ part, page, text });
    }
  };
  const { info, metadata } = await document.getMetadata();
  add('properties', 0, ownFacts(info));
  add('metadata', 0, metadata === null ? null : withoutTags(metadata.getRaw()));
  add('outline', 0, titlesIn(await document.getOutline()));
  add('page-label', 0, await document.getPageLabels());
  const files = (await document.getAttachments()) as Readonly<Record<string, unknown>> | null;
  for (const file of Object.values(files ?? {})) add('embedded-file', 0, member(file, 'filename'));
  add('script', 0, await document.getJSActions());
  const fields = (await document.getFieldObjects()) as unknown;
  add('form-field', 0, fields instanceof Map ? [...fields.keys()] : Object.keys(fields ?? {}));
  const layers = await document.getOptionalContentConfig();
  for (const [, layer] of layers) add('layer', 0, member(layer, 'name'));
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const page = await document.getPage(number);
    for (const annotation of (await page.getAnnotations()) as unknown[]) {
      add(partOf(annotation), number, ...ANNOTATION_TEXTS.map((key) => member(annotation, key)));
    }
    add('script', number, await page.getJSActions());
    page.cleanup();
  }
  return found;
}

const ANNOTATION_TEXTS = [
  'titleObj',
  'contentsObj',
  'textContent',
  'fieldValue',
  'fieldName',
  'alternativeText',
  'unsafeUrl',
  'url',
  'actions',
  'file',
];

function partOf(annotation: unknown): HiddenPart {
  const kind = member(annotation, 'subtype');
  if (kind === 'Link') return 'link';
  if (kind === 'FileAttachment') return 'embedded-file';
  return kind === 'Widget' ? 'form-field' : 'annotation';
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

/** Every text in a value, however deep; what is no plain value has none. */
function textsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') {
    const text = value.toWellFormed().replaceAll('\u0000', '').trim();
    return text === '' ? [] : [text];
  }
  if (depth > MOST_DEPTH || ArrayBuffer.isView(value)) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => textsIn(one, depth + 1));
  if (value instanceof Map) return textsIn([...value.values()], depth);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'dir' ? [] : textsIn(one, depth + 1),
  );
}

/** What the reader says of a file by itself is no fact of anybody's. */
function ownFacts(info: object): unknown[] {
  const own = new Set(['PDFFormatVersion', 'Language', 'EncryptFilterName']);
  return Object.entries(info).flatMap(([key, value]) => (own.has(key) ? [] : [value]));
}

function withoutTags(xml: string): string {
  return xml
    .replaceAll(/<\?[\s\S]*?\?>/gu, '')
    .replaceAll(/<[^<>]*>/gu, '\n')
    .replaceAll(/\s*\n\s*/gu, '\n');
}

function titlesIn(items: unknown, depth = 0): string[] {
  if (!Array.isArray(items) || depth > MOST_DEPTH) return [];
  return items.flatMap((item: unknown) => [
    ...textsIn(member(item, 'title')),
    ...textsIn(member(item, 'url')),
    ...titlesIn(member(item, 'items'), depth + 1),
  ]);
}
