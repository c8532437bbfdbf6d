import { UnstyledButton } from '@mantine/core';
import type { PackContent } from '../../shared/contract/packs.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { call, failureOf } from '../api/client.ts';
import { useNotices } from '../app/notices.tsx';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import styles from './sent-revision.module.css';
import { showRevision } from './shown-revision.ts';

/** Leads from what a pack holds to the text as it left, in the history of its record. */
export function SentRevision({ record }: { record: PackContent }) {
  const { words } = useSpeech();
  const notices = useNotices();
  const { open } = useView();
  const label = words.revisions.openSent(String(record.revision));
  const openIt = async () => {
    try {
      const { recordId, revision } = await call('revisions.find', {
        recordId: RecordId.parse(record.id),
        number: record.revision,
      });
      showRevision({ recordId, before: revision, after: 'now', mode: 'text' });
      open({ id: recordId, terms: [], section: null });
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return (
    <UnstyledButton
      className={styles.open ?? ''}
      aria-label={`${record.title}：${label}`}
      onClick={() => void openIt()}
    >
      {label}
    </UnstyledButton>
  );
}
