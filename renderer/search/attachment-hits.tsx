import { Button, UnstyledButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import type { AttachmentHit } from '../../shared/contract/attachments.ts';
import type { RecordKind } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { PreviewDialog } from '../attachments/preview-dialog.tsx';
import { useSaveAs } from '../attachments/use-save-as.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Pieces } from '../ui/pieces.tsx';
import styles from './attachment-hits.module.css';

const SHOWN = 50;
type Props = { query: string; kinds: RecordKind[] };

/** How many attachments have what was asked for in their text, and the way to them. Nothing when none has. */
export function AttachmentHits({ query, kinds }: Props) {
  const { words, count } = useSpeech();
  const { search } = words;
  const [isOpen, setOpen] = useState(false);
  const { data, isLoading } = useQuery(
    'attachments.search',
    { query, kinds, limit: SHOWN, asker: 'attachments' },
    { isLive: false },
  );
  if (isLoading || data === undefined || data.total === 0) return null;
  const total = data.isExact ? count(data.total) : `${count(data.total)}+`;
  return (
    <>
      <UnstyledButton className={styles.line} onClick={() => setOpen(true)}>
        <IconPaperclip size={16} stroke={1.5} aria-hidden />
        {search.inAttachments(total)}
      </UnstyledButton>
      {isOpen && (
        <HitsDialog
          hits={data.hits}
          hidden={data.total - data.hits.length}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

type HitsProps = { hits: readonly AttachmentHit[]; hidden: number; onClose: () => void };

function HitsDialog({ hits, hidden, onClose }: HitsProps) {
  const { words, count } = useSpeech();
  const { app, search } = words;
  const { open } = useView();
  const saveAs = useSaveAs();
  const [shown, setShown] = useState<AttachmentHit>();
  if (shown !== undefined) {
    return (
      <PreviewDialog
        attachment={shown.attachment}
        page={shown.page ?? undefined}
        onSaveAs={() => saveAs.start(shown.attachment)}
        onClose={() => setShown(undefined)}
      />
    );
  }
  return (
    <Dialog
      title={search.attachmentsTitle}
      width={720}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button type="submit" variant="default">
          {app.close}
        </Button>
      }
    >
      <ul className={styles.hits} aria-label={search.attachmentsTitle}>
        {hits.map((hit) => (
          <Hit
            key={hit.attachment.id}
            hit={hit}
            onShow={() => setShown(hit)}
            onRecord={() => {
              onClose();
              open({ id: hit.attachment.recordId, terms: [], section: null });
            }}
          />
        ))}
      </ul>
      {hidden > 0 && <p className={styles.facts}>{search.attachmentsHidden(count(hidden))}</p>}
    </Dialog>
  );
}

type HitProps = { hit: AttachmentHit; onShow: () => void; onRecord: () => void };

/** The file and page open the preview there; the record's title opens the record. */
function Hit({ hit, onShow, onRecord }: HitProps) {
  const { words, count } = useSpeech();
  const { name } = hit.attachment;
  return (
    <li className={styles.hit}>
      <UnstyledButton className={styles.show} onClick={onShow}>
        <span className={styles.file}>
          <bdi>{name}</bdi>
          {hit.page !== null && (
            <span className={styles.facts}>{words.search.onPage(count(hit.page))}</span>
          )}
        </span>
        <span className={`han ${styles.snippet}`}>
          <Pieces pieces={hit.snippet} />
        </span>
      </UnstyledButton>
      <UnstyledButton className={`han ${styles.record}`} onClick={onRecord}>
        {words.search.ofRecord(hit.recordTitle)}
      </UnstyledButton>
    </li>
  );
}
