import { Button } from '@mantine/core';
import type { Attachment, Preview } from '../../shared/contract/attachments.ts';
import { formatSize } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './attachments.module.css';
import { PdfView } from './pdf/pdf-view.tsx';

type Props = {
  attachment: Attachment;
  /** The page of a PDF file to begin with. */
  page?: number | undefined;
  onSaveAs: () => void;
  onClose: () => void;
};

/** A look at an attachment. Pictures and PDF files are pictures; everything else is characters or nothing. */
export function PreviewDialog({ attachment, page, onSaveAs, onClose }: Props) {
  const { app, attachments } = useSpeech().words;
  const { data, failure } = useQuery(
    'attachments.preview',
    { id: attachment.id },
    { isLive: false },
  );
  return (
    <Dialog
      title={attachment.name}
      width={data?.kind === 'pdf' ? 1080 : 880}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <>
          <Button variant="default" onClick={onSaveAs}>
            {attachments.saveAs}
          </Button>
          <Button type="submit" data-autofocus>
            {app.close}
          </Button>
        </>
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {failure === undefined && data === undefined && (
        <p className={styles.hint}>{attachments.reading}</p>
      )}
      {data !== undefined && <Shown preview={data} attachment={attachment} page={page} />}
    </Dialog>
  );
}

type ShownProps = { preview: Preview; attachment: Attachment; page: number | undefined };

function Shown({ preview, attachment, page }: ShownProps) {
  const { words, count } = useSpeech();
  const { attachments, noPreview } = words;
  if (preview.kind === 'none') {
    return (
      <p className={styles.noPreview} data-testid="no-preview">
        {noPreview[preview.reason]}
      </p>
    );
  }
  if (preview.kind === 'pdf') return <PdfView attachment={attachment} firstPage={page} />;
  if (preview.kind === 'image') {
    const size = attachments.pixels(count(preview.width), count(preview.height));
    return (
      <figure className={styles.picture}>
        <img alt={attachment.name} src={`data:${preview.mediaType};base64,${preview.base64}`} />
        <figcaption className={styles.hint}>
          {`${size} · ${formatSize(attachment.sizeInBytes)}`}
        </figcaption>
      </figure>
    );
  }
  if (preview.text === '') return <p className={styles.noPreview}>{attachments.emptyText}</p>;
  return (
    <>
      {/* It scrolls, so the keyboard must be able to get there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.text} tabIndex={0} aria-label={attachment.name} role="region">
        {preview.text}
      </pre>
      {preview.isCut && <p className={styles.hint}>{attachments.cut}</p>}
    </>
  );
}
