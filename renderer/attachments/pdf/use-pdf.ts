import { useCallback, useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import type { CallFailure } from '../../api/client.ts';
import { openPdf, troubleOf, type OpenPdf, type PdfTrouble } from './open-pdf.ts';

export type PdfState =
  | { state: 'opening' }
  | { state: 'open'; pdf: OpenPdf }
  | { state: 'refused'; trouble: PdfTrouble | CallFailure };

/** A PDF file, open as long as the component is there. The second: closes it and says why. */
export function usePdf(attachment: Attachment): [PdfState, (trouble: PdfTrouble) => void] {
  const [state, setState] = useState<PdfState>({ state: 'opening' });
  const opened = useRef<OpenPdf>(undefined);
  useEffect(() => {
    let isGone = false;
    const fail = (error: unknown) => {
      if (!isGone) setState({ state: 'refused', trouble: troubleOf(error) });
    };
    openPdf(attachment, fail).then((pdf) => {
      if (isGone) return pdf.close();
      opened.current = pdf;
      return setState({ state: 'open', pdf });
    }, fail);
    return () => {
      isGone = true;
      opened.current?.close();
      opened.current = undefined;
    };
  }, [attachment]);
  const refuse = useCallback((trouble: PdfTrouble) => {
    opened.current?.close();
    setState({ state: 'refused', trouble });
  }, []);
  return [state, refuse];
}
