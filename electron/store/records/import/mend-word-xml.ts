import { Skipped, type NotKept } from './source-text.ts';

/** A count of things a record cannot keep. */
export type Count = (what: NotKept, times: number) => void;

const attributes = String.raw`(?:[^>"']|"[^"]*"|'[^']*')*`;
const tagsOf = (names: string) => new RegExp(`</?(?:${names})(?:\\s${attributes})?>`, 'g');
const elementOf = (name: string) =>
  new RegExp(`<${name}(?:\\s${attributes})?>([\\s\\S]*?)</${name}>`, 'g');

/**
 * Rewrites the few constructs of Word whose text the reader would pass over, so that it meets them as ordinary runs:
 * simple fields, directions of writing, pinyin above characters (the characters stay), formulas (their characters
 * stay) and text boxes without an older twin. Skips with `file-damaged` a document that declares a type of its own,
 * since entities can be made to grow without bound.
 */
export function mendWordXml(xml: string, count: Count): string {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Skipped('file-damaged');
  count('image', matches(xml, /<(?:c:chart|dgm:relIds)\s/g));
  count('formatting', matches(xml, /<(?:w:altChunk|m:oMath|w:ruby)[\s>]/g));
  const plain = xml
    .replaceAll(tagsOf('w:fldSimple|w:bdo|w:dir|m:oMathPara'), '')
    .replaceAll(elementOf('w:rt'), '')
    .replaceAll(elementOf('w:rubyPr'), '')
    .replaceAll(tagsOf('w:ruby|w:rubyBase'), '')
    .replaceAll(
      elementOf('m:oMath'),
      (_whole, inner: string) => `<w:r><w:t>${formula(inner)}</w:t></w:r>`,
    );
  return plain.includes('<w:txbxContent') ? mendTextBoxes(plain) : plain;
}

function formula(inner: string): string {
  return [...inner.matchAll(elementOf('m:t'))].map(([, text = '']) => text).join('');
}

/** Drawn text boxes become their older form, and where both forms are present the one that has the text is kept. */
function mendTextBoxes(xml: string): string {
  const drawn = xml.replaceAll(elementOf('w:drawing'), (whole: string) => {
    const boxes = whole.match(elementOf('w:txbxContent')) ?? [];
    return boxes.length === 0 ? whole : textBox(boxes.join(''));
  });
  return drawn.replaceAll(elementOf('mc:AlternateContent'), (whole: string) => {
    const [, fallback = ''] = elementOf('mc:Fallback').exec(whole) ?? [];
    if (fallback.includes('<w:txbxContent')) return whole;
    const [, choice = ''] = elementOf('mc:Choice').exec(whole) ?? [];
    return choice.includes('<w:txbxContent') ? choice : whole;
  });
}

function textBox(content: string): string {
  return `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${content}</v:textbox></w:pict>`;
}

function matches(xml: string, pattern: RegExp): number {
  return xml.match(pattern)?.length ?? 0;
}
