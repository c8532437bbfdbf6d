import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** How a remark or a field looks on its page: the form that draws it, and the matrix that puts it in its place. */
export type Appearance = { form: PDFObject; matrix: readonly number[] };

const HIDDEN = 0b10_0010;

/** Null where nothing of it is seen (ISO 32000-2, 12.5.5). */
export function appearanceOf(context: PDFContext, annotation: PDFDict): Appearance | null {
  const flags = annotation.lookup(PDFName.of('F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & HIDDEN) !== 0) return null;
  const looks = annotation.lookup(PDFName.of('AP'));
  if (!(looks instanceof PDFDict)) return null;
  const form = normalOf(looks, annotation.lookup(PDFName.of('AS')));
  const stream = context.lookup(form);
  const rect = numbers(annotation.lookup(PDFName.of('Rect')), 4);
  if (form === undefined || !(stream instanceof PDFRawStream) || rect === null) return null;
  const box = numbers(stream.dict.lookup(PDFName.of('BBox')), 4);
  const own = numbers(stream.dict.lookup(PDFName.of('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0];
  return box === null ? null : { form, matrix: placed(box, own, rect) };
}

function normalOf(looks: PDFDict, state: PDFObject | undefined): PDFObject | undefined {
  const key = PDFName.of('N');
  const normal = looks.lookup(key);
  if (normal instanceof PDFRawStream) return looks.get(key);
  if (!(normal instanceof PDFDict) || !(state instanceof PDFName)) return undefined;
  return normal.get(state);
}

export function numbers(object: PDFObject | undefined, count: number): number[] | null {
  if (!(object instanceof PDFArray) || object.size() !== count) return null;
  const found = Array.from({ length: count }, (_, at) => object.lookup(at));
  const values = found.flatMap((one) => (one instanceof PDFNumber ? [one.asNumber()] : []));
  return values.length === count ? values : null;
}

function placed(box: readonly number[], own: readonly number[], rect: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
  const corners = [
    [x1, y1],
    [x1, y2],
    [x2, y1],
    [x2, y2],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f]);
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  const [r1 = 0, r2 = 0, r3 = 0, r4 = 0] = rect;
  const sx = wide === 0 ? 1 : Math.abs(r3 - r1) / wide;
  const sy = high === 0 ? 1 : Math.abs(r4 - r2) / high;
  return [sx, 0, 0, sy, Math.min(r1, r3) - left * sx, Math.min(r2, r4) - bottom * sy];
}

/** The annotations of a page, with what leads to them. */
export function annotationsOf(page: PDFDict): PDFDict[] {
  const list = page.lookup(PDFName.of('Annots'));
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((one) => {
    const found = one instanceof PDFRef ? page.context.lookup(one) : one;
    return found instanceof PDFDict ? [found] : [];
  });
}
