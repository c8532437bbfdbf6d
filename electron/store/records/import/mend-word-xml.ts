import { dropTags, innerOf, replaceElements } from './replace-elements.ts';
import type { NotKept } from './source-text.ts';

/** A count of things a record cannot keep. */
export type Count = (what: NotKept, times: number) => void;

const BOX = '<w:txbxContent';

/**
 * Rewrites the few constructs of Word whose text the reader would pass over, so that it meets them as ordinary runs:
 * simple fields, directions of writing, pinyin above characters (the characters stay), formulas (their characters
 * stay) and text boxes without an older twin.
 */
export function mendWordXml(xml: string, count: Count): string {
  count('image', matches(xml, /<(?:c:chart|dgm:relIds)\s/g));
  count('formatting', matches(xml, /<(?:w:altChunk|m:oMath|w:ruby)[\s>]/g));
  let plain = dropTags(xml, 'w:fldSimple|w:bdo|w:dir|m:oMathPara');
  for (const name of ['w:rt', 'w:rubyPr']) plain = replaceElements(plain, name, () => '');
  plain = dropTags(plain, 'w:ruby|w:rubyBase');
  plain = replaceElements(plain, 'm:oMath', (_whole, inner) => {
    return `<w:r><w:t>${innerOf(inner, 'm:t')}</w:t></w:r>`;
  });
  return mendTextBoxes(tellWidths(plain));
}

/** The name of a table's style, of which the reader passes on nothing but the name, says how wide its columns are. */
export const WIDTHS = 'jianzhi-widths';

function tellWidths(xml: string): string {
  if (!xml.includes('<w:tblGrid>')) return xml;
  const plain = replaceElements(xml, 'w:tblPr', () => '').replaceAll(/<w:tblPr\s*\/>/g, '');
  return replaceElements(plain, 'w:tblGrid', (_whole, inner) => {
    const [now = ''] = inner.split('<w:tblGridChange');
    const widths = [...now.matchAll(/<w:gridCol\s[^<>]*w:w="(\d{1,5})"/g)].map(
      ([, width]) => width,
    );
    const style = `<w:tblStyle w:val="${[WIDTHS, ...widths].join('-')}"/>`;
    return `<w:tblPr>${style}</w:tblPr>`;
  });
}

/** Drawn text boxes become their older form, and where both forms are present the one that has the text is kept. */
function mendTextBoxes(xml: string): string {
  if (!xml.includes(BOX)) return xml;
  const chosen = replaceElements(xml, 'mc:AlternateContent', (whole) => {
    if (innerOf(whole, 'mc:Fallback').includes(BOX)) return whole;
    const choice = innerOf(whole, 'mc:Choice');
    return choice.includes(BOX) ? choice : whole;
  });
  return replaceElements(chosen, 'w:drawing', (whole) => {
    const content = innerOf(whole, 'w:txbxContent');
    return content === '' ? whole : textBox(mendTextBoxes(content));
  });
}

function textBox(content: string): string {
  return `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict>`;
}

function matches(xml: string, pattern: RegExp): number {
  return xml.match(pattern)?.length ?? 0;
}
