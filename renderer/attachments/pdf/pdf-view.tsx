import { useRef, useState, type KeyboardEvent } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { CallFailure } from '../../api/client.ts';
import { useSpeech } from '../../app/words.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import shared from '../attachments.module.css';
import type { OpenPdf, PdfTrouble } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { PdfTools } from './pdf-tools.tsx';
import styles from './pdf-view.module.css';
import { usePdf } from './use-pdf.ts';

/** How much wider than its frame a page may be. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const FIT = ZOOMS.indexOf(1);

type Props = { attachment: Attachment; firstPage?: number | undefined };

/** A PDF file, page by page, or why it is not shown. */
export function PdfView({ attachment, firstPage = 1 }: Props) {
  const { pdf, pdfTroubles } = useSpeech().words;
  const [state, refuse] = usePdf(attachment);
  if (state.state === 'opening') return <p className={shared.hint}>{pdf.opening}</p>;
  if (state.state === 'open') {
    return <Pages {...{ attachment, firstPage }} pdf={state.pdf} onRefused={refuse} />;
  }
  if (state.trouble instanceof CallFailure)
    return <FailureNotice failure={state.trouble.failure} />;
  return (
    <p className={shared.noPreview} data-testid="no-preview">
      {pdfTroubles[state.trouble]}
    </p>
  );
}

type PagesProps = {
  attachment: Attachment;
  firstPage: number;
  pdf: OpenPdf;
  onRefused: (trouble: PdfTrouble) => void;
};

function Pages({ attachment, firstPage, pdf, onRefused }: PagesProps) {
  const { words, count } = useSpeech();
  const [page, setPage] = useState(Math.min(Math.max(1, firstPage), pdf.pageCount));
  const [zoom, setZoom] = useState(FIT);
  const frame = useRef<HTMLDivElement>(null);

  const turn = (to: number) => {
    setPage(Math.min(Math.max(1, to), pdf.pageCount));
    frame.current?.scrollTo(0, 0);
  };
  const changeZoom = (to: number) => setZoom(Math.min(Math.max(0, to), ZOOMS.length - 1));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const act = actionOf(event, { turn, changeZoom, page, zoom, last: pdf.pageCount });
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.view}>
      <PdfTools
        page={page}
        pageCount={pdf.pageCount}
        percent={(ZOOMS[zoom] ?? 1) * 100}
        onPage={turn}
        onSmaller={zoom === 0 ? undefined : () => changeZoom(zoom - 1)}
        onLarger={zoom === ZOOMS.length - 1 ? undefined : () => changeZoom(zoom + 1)}
        onFit={() => changeZoom(FIT)}
      />
      {/* It scrolls, so the keyboard must be able to get there. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame}
        className={styles.frame}
        role="region"
        tabIndex={0}
        aria-label={words.pdf.page(attachment.name, count(page), count(pdf.pageCount))}
        onKeyDown={onKeyDown}
      >
        <PdfPage pdf={pdf} number={page} zoom={ZOOMS[zoom] ?? 1} onRefused={onRefused} />
      </div>
    </div>
  );
}

type Reader = {
  turn: (to: number) => void;
  changeZoom: (to: number) => void;
  page: number;
  zoom: number;
  last: number;
};

/** What a key does; undefined leaves it to the browser, which scrolls within a page. */
function actionOf(
  { key, ctrlKey, metaKey, altKey, currentTarget: frame }: KeyboardEvent<HTMLDivElement>,
  { turn, changeZoom, page, zoom, last }: Reader,
): (() => void) | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const isAtTop = frame.scrollTop <= 0;
  const isAtEnd = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 2;
  if (key === 'ArrowLeft' || (key === 'PageUp' && isAtTop)) return () => turn(page - 1);
  if (key === 'ArrowRight' || (key === 'PageDown' && isAtEnd)) return () => turn(page + 1);
  if (key === 'Home') return () => turn(1);
  if (key === 'End') return () => turn(last);
  if (key === '+' || key === '=') return () => changeZoom(zoom + 1);
  if (key === '-') return () => changeZoom(zoom - 1);
  if (key === '0') return () => changeZoom(FIT);
  return undefined;
}
