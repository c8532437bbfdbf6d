import type { PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { inTime, TooLate } from './in-time.ts';
import { PATIENCE_IN_MS, type OpenPdf } from './open-pdf.ts';

/** A canvas has no more pixels than this, however large a page says it is. */
const MOST_CANVAS_PIXELS = 24_000_000;
const LONGEST_CANVAS_SIDE = 8_192;

export type DrawnPage = {
  widthInPixels: number;
  heightInPixels: number;
  /** Pixels of the screen for a point of the page, 1/72 inch. */
  scale: number;
  hasText: boolean;
};
type Targets = { canvas: HTMLCanvasElement; text: HTMLElement };

/**
 * Draws a page so wide as is asked for, or as large as may be, and lays its characters over the picture, unseen, to be
 * selected and read aloud. Throws `TooLate`, or what is wrong with the page; once `signal` is aborted, anything.
 */
export async function drawPage(
  pdf: OpenPdf,
  { number, widthInPixels, signal }: { number: number; widthInPixels: number; signal: AbortSignal },
  { canvas, text }: Targets,
): Promise<DrawnPage> {
  const page = await inTime(pdf.page(number), PATIENCE_IN_MS);
  signal.throwIfAborted();
  const { viewport, density } = measure(page, widthInPixels);
  // One point of the page is to be one pixel of the picture where the screen has more of them.
  const sharp = page.getViewport({ scale: viewport.scale * density });
  canvas.width = Math.max(1, Math.floor(sharp.width));
  canvas.height = Math.max(1, Math.floor(sharp.height));
  canvas.style.width = `${viewport.width}px`;
  canvas.style.height = `${viewport.height}px`;
  text.replaceChildren();
  text.style.setProperty('--total-scale-factor', String(viewport.scale));
  const picture = page.render({ canvas, viewport: sharp });
  const stop = () => picture.cancel();
  signal.addEventListener('abort', stop);
  try {
    await finish(picture);
    const content = await inTime(page.getTextContent(), PATIENCE_IN_MS);
    signal.throwIfAborted();
    await inTime(
      new pdf.pdfjs.TextLayer({ textContentSource: content, container: text, viewport }).render(),
      PATIENCE_IN_MS,
    );
    const { width, height, scale } = viewport;
    return { widthInPixels: width, heightInPixels: height, scale, hasText: hasText(content) };
  } finally {
    signal.removeEventListener('abort', stop);
    page.cleanup();
  }
}

async function finish(picture: RenderTask): Promise<void> {
  try {
    await inTime(picture.promise, PATIENCE_IN_MS);
  } catch (error) {
    if (error instanceof TooLate) picture.cancel();
    throw error;
  }
}

function measure(page: PDFPageProxy, widthInPixels: number) {
  const plain = page.getViewport({ scale: 1 });
  if (!(plain.width > 0 && plain.height > 0)) throw new Error('A page without a size.');
  const density = Math.min(window.devicePixelRatio, 2);
  const wanted = widthInPixels / plain.width;
  const scale = Math.min(
    wanted,
    Math.sqrt(MOST_CANVAS_PIXELS / (plain.width * plain.height)) / density,
    LONGEST_CANVAS_SIDE / Math.max(plain.width, plain.height) / density,
  );
  return { viewport: page.getViewport({ scale }), density };
}

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

function hasText(content: Content): boolean {
  return content.items.some((item) => 'str' in item && item.str.trim() !== '');
}
