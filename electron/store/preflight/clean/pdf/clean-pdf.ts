import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFWriter,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { HiddenCount } from '../../../../../shared/preflight/hidden-part.ts';
import type { Seen } from './clean-stream.ts';
import { cleanStream } from './clean-stream.ts';
import { GraphFault, openCopier, type Copier } from './copy-graph.ts';
import { copyPage, type Remarks } from './copy-page.ts';
import { hiddenInPdf, hiddenLayers } from './hidden-in-pdf.ts';
import { pagesOf, type SourcePage } from './pages-of.ts';

/**
 * A PDF file with nothing but what its pages show. `bytes` null: it could not be made so. `shown`: the same with its remarks drawn on the
 * pages, to be read. `drawnOn`: pages on which fields or remarks were drawn, after everything else. `hidden`: what the original held
 * beside its pages. `unknown`: pictures that may hold more than their picture; `hiddenLayers`: how many are there still. `pictures`:
 * how many may have words in them that nobody read.
 */
export type CleanedPdf = {
  bytes: Buffer | null;
  shown: Buffer | null;
  drawnOn: ReadonlySet<number>;
  hidden: HiddenCount[];
  hiddenLayers: number;
  pictures: number;
  noted: number;
  unknown: number;
};

const name = (text: string) => PDFName.of(text);

/**
 * Makes a new file of what the pages of another draw (ISO 32000-2): facts about the document, outline, names of pages, files, links, programs,
 * signatures, descriptions, remarks (unless they are kept, without who made them and when) and earlier versions stay behind. Fields
 * are drawn as they look. What is encrypted, damaged, or a form of another kind (XFA) cannot be made so. To be run in a thread of its own.
 */
export async function cleanPdf(
  bytes: Buffer,
  { keepsRemarks = false }: { keepsRemarks?: boolean } = {},
): Promise<CleanedPdf> {
  const none: CleanedPdf = {
    bytes: null,
    shown: null,
    drawnOn: new Set(),
    hidden: [],
    hiddenLayers: 0,
    pictures: 0,
    noted: 0,
    unknown: 0,
  };
  const source = await opened(bytes);
  if (source === null) return none;
  const { catalog, pages } = source;
  const hidden = hiddenInPdf(bytes, catalog, pages);
  const layers = hiddenLayers(catalog);
  try {
    const made = await rewrite(source, keepsRemarks ? 'keep' : 'remove');
    const shown = keepsRemarks ? await rewrite(source, 'draw') : null;
    return {
      ...made.seen,
      bytes: made.bytes,
      shown: shown?.bytes ?? null,
      drawnOn: shown?.drawnOn ?? made.drawnOn,
      hidden,
      hiddenLayers: layers,
    };
  } catch {
    // Written in a way that is not known here: somebody has to look at it.
    return { ...none, hidden, hiddenLayers: layers };
  }
}

type Source = { context: PDFContext; catalog: PDFDict; pages: SourcePage[] };

async function opened(bytes: Buffer): Promise<Source | null> {
  try {
    const document = await PDFDocument.load(new Uint8Array(bytes), {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: Infinity,
    });
    const { context } = document;
    const catalog = context.lookup(context.trailerInfo.Root);
    if (!(catalog instanceof PDFDict)) return null;
    return { context, catalog, pages: pagesOf(catalog) };
  } catch {
    // Encrypted, damaged, or no tree of pages.
    return null;
  }
}

async function rewrite({ context, catalog, pages }: Source, remarks: Remarks) {
  const form = catalog.lookup(name('AcroForm'));
  if (form instanceof PDFDict && form.has(name('XFA'))) throw new GraphFault('an XFA form');
  const isLayered = hiddenLayers(catalog) > 0;
  const to = PDFContext.create();
  const seen: Seen = { pictures: 0, noted: 0, unknown: 0 };
  const copier = openCopier(context, to, {
    isLayered,
    copyStream: (stream, dict, role) =>
      cleanStream(to, stream, dict, { isLayered, isGlyph: role === 'glyph', seen }),
  });
  const tree = PDFDict.withContext(to);
  const treeRef = to.register(tree);
  const kids = PDFArray.withContext(to);
  const drawnOn = new Set<number>();
  for (const [at, page] of pages.entries()) {
    const copied = copyPage({ from: context, to, copier, isLayered, remarks, seen }, page, treeRef);
    if (copied.hasDrawn) drawnOn.add(at + 1);
    kids.push(to.register(copied.page));
  }
  tree.set(name('Type'), name('Pages'));
  tree.set(name('Kids'), kids);
  tree.set(name('Count'), PDFNumber.of(kids.size()));
  to.trailerInfo.Root = to.register(
    rootOf(to, treeRef, isLayered ? layersOf(catalog, copier) : null),
  );
  const written = await PDFWriter.forContext(to, Infinity).serializeToBuffer();
  return { bytes: Buffer.from(written), drawnOn, seen };
}

function rootOf(to: PDFContext, tree: PDFObject, layers: PDFObject | null): PDFDict {
  const root = PDFDict.withContext(to);
  root.set(name('Type'), name('Catalog'));
  root.set(name('Pages'), tree);
  if (layers !== null) root.set(name('OCProperties'), layers);
  return root;
}

/** What is not shown must not come to light because somebody took the rest out. */
function layersOf(catalog: PDFDict, copier: Copier): PDFObject | null {
  return copier.copy(catalog.lookup(name('OCProperties')), 'OCProperties') ?? null;
}
