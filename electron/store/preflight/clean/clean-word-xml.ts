import { dropTags, replaceElements } from '../../records/import/replace-elements.ts';

const gone = [
  'w:del',
  'w:moveFrom',
  ...['rPr', 'pPr', 'sectPr', 'tblPr', 'tblGrid', 'tblPrEx', 'tcPr', 'trPr'].map(
    (name) => `w:${name}Change`,
  ),
  'w:rsids',
  'w:docVars',
  'w:mailMerge',
  'w:cellDel',
  // What a field was made from, beside what it shows.
  'w:fldData',
  'w:ffData',
];
/** Single tags that say who, when, or where something was. */
const singles =
  'w:commentRangeStart|w:commentRangeEnd|w:commentReference|w:annotationRef|w:ins|w:del|w:moveFrom|w:moveTo|w:rsidRoot|w:rsid|w:docVar|w:attachedTemplate|w:trackRevisions|w:cellIns|w:cellDel|w:cellMerge|w:numberingChange|w:moveFromRangeStart|w:moveFromRangeEnd|w:moveToRangeStart|w:moveToRangeEnd|w15:presenceInfo|w:alias|w:tag|w:bookmarkStart|w:bookmarkEnd|w:fldData';
/** Kept are what stands in them, not their tags. */
const opened = 'w:ins|w:moveTo|w:fldSimple|w:smartTag|w:customXml';
/** Fields that only count pages; the instructions of others may say addresses, names and paths. */
const counts = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s+\\\*\s*\w+)*\s*$/u;

/** One part of a Word file without what nobody sees. `isDropped` says which parts are not there any more. */
export function cleanWordXml(xml: string, isDropped: (part: string) => boolean): string {
  let clean = xml.replaceAll(/<!--[\s\S]*?-->/gu, '');
  clean = clean.replaceAll(new RegExp(`<(?:${singles})(?:\\s[^<>]*)?/>`, 'gu'), '');
  for (const name of gone) clean = replaceElements(clean, name, () => '');
  clean = dropTags(clean, opened);
  clean = replaceElements(clean, 'w:instrText', (whole, inner) =>
    counts.test(inner) ? whole : '',
  );
  clean = replaceElements(clean, 'w:delInstrText', () => '');
  clean = clean.replaceAll(
    /\s(?:w:rsid\w*|w:author|w:date|w:initials|w14:(?:paraId|textId))="[^"]*"/gu,
    '',
  );
  clean = clean.replaceAll(/(<(?:wp:docPr|pic:cNvPr)\s[^<>]*>)/gu, (tag: string) =>
    tag.replaceAll(/\s(?:descr|title|name)="[^"]*"/gu, (one) =>
      one.startsWith(' name') ? ' name=""' : '',
    ),
  );
  return withoutLinks(clean, isDropped);
}

/** What leads to a part that is gone goes, too; so do templates on somebody's disk. */
function withoutLinks(xml: string, isDropped: (part: string) => boolean): string {
  return xml
    .replaceAll(/<Override\s[^<>]*PartName="\/([^"]*)"[^<>]*\/>/gu, (whole, part: string) =>
      isDropped(part) ? '' : whole,
    )
    .replaceAll(/<Relationship\s[^<>]*\/>/gu, (whole) => {
      const target = /\sTarget="([^"]*)"/u.exec(whole)?.[1] ?? '';
      const part = target.replace(/^\/|^(?:\.\.\/)+/u, '');
      const isGone = isDropped(part) || isDropped(`word/${part}`);
      return isGone || /\/attachedTemplate"/u.test(whole) ? '' : whole;
    });
}
