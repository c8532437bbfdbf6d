import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../app/words.tsx';
import shared from '../attachments.module.css';
import { drawPage, type DrawnPage } from './draw-page.ts';
import { TooLate } from './in-time.ts';
import type { OpenPdf, PdfTrouble } from './open-pdf.ts';
import styles from './pdf-view.module.css';

type Props = {
  pdf: OpenPdf;
  number: number;
  zoom: number;
  onRefused: (trouble: PdfTrouble) => void;
};

/** One page. What is wrong with it alone is said in its place. */
export function PdfPage({ pdf, number, zoom, onRefused }: Props) {
  const { words, count } = useSpeech();
  const { ref: frame, width } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnPage | 'damaged'>();

  useEffect(() => {
    if (canvas.current === null || text.current === null || width === 0) return undefined;
    const targets = { canvas: canvas.current, text: text.current };
    const stopping = new AbortController();
    const { signal } = stopping;
    setDrawn(undefined);
    drawPage(pdf, { number, widthInPixels: Math.floor(width * zoom), signal }, targets).then(
      (page) => {
        if (!signal.aborted) setDrawn(page);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        if (error instanceof TooLate) onRefused('slow');
        else setDrawn('damaged');
      },
    );
    return () => stopping.abort();
  }, [pdf, number, width, zoom, onRefused]);

  const isDamaged = drawn === 'damaged';
  return (
    <div ref={frame} className={styles.page} aria-busy={drawn === undefined}>
      {isDamaged && (
        <p className={shared.noPreview} data-testid="no-page">
          {words.pdfTroubles.page}
        </p>
      )}
      <div className={styles.sheet} hidden={isDamaged} data-page={number}>
        <canvas ref={canvas} role="img" aria-label={words.pdf.pageNumber + count(number)} />
        <div ref={text} className={styles.text} />
      </div>
      {drawn !== undefined && !isDamaged && !drawn.hasText && (
        <p className={shared.hint}>{words.pdf.noText}</p>
      )}
    </div>
  );
}
