import { PDFArray, PDFDict, PDFName, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { GraphFault } from './copy-graph.ts';

/** A page, and what it has from those above it. */
export type SourcePage = { page: PDFDict; inherited: ReadonlyMap<string, PDFObject> };

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
const MOST_PAGES = 5000;

/** The pages of a file in their order. Throws `GraphFault` for a tree that is none. */
export function pagesOf(catalog: PDFDict): SourcePage[] {
  const { context } = catalog;
  const pages: SourcePage[] = [];
  const seen = new Set<PDFObject>();
  const walk = (object: PDFObject | undefined, above: ReadonlyMap<string, PDFObject>): void => {
    const node = object instanceof PDFRef ? context.lookup(object) : object;
    if (!(node instanceof PDFDict) || seen.has(node)) throw new GraphFault('no tree of pages');
    seen.add(node);
    const own = new Map(above);
    for (const key of INHERITED) {
      const value = node.get(PDFName.of(key));
      if (value !== undefined) own.set(key, value);
    }
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) walk(kid, own);
    else if (pages.push({ page: node, inherited: own }) > MOST_PAGES) {
      throw new GraphFault('too many pages');
    }
  };
  walk(catalog.get(PDFName.of('Pages')), new Map());
  return pages;
}
