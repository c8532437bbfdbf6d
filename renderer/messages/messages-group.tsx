import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import inspector from '../records/inspector.module.css';
import styles from './messages.module.css';
import { WriteDialog } from './write-dialog.tsx';

const MOST = 50;

/** What was asked and answered about the open record. Once it left or came, a question can be asked from here. */
export function MessagesGroup({ record }: { record: FullRecord }) {
  const { messages } = useWords();
  const { go } = useView();
  const fold = useFold('messages', inspector.group);
  const [isWriting, setWriting] = useState(false);
  const items =
    useQuery('messages.threads', { offset: 0, limit: MOST, about: record.id }).data?.items ?? [];
  const standing = useQuery('received.state', { id: record.id }).data?.standing ?? null;
  const answered = useQuery('answers.ofRecord', { id: record.id }).data?.items[0];
  const hasTravelled = standing !== null || answered !== undefined;
  if (items.length === 0 && !hasTravelled) return null;
  const officeId = standing?.senderId ?? answered?.officeId;
  const { id, title } = record;
  return (
    <section {...fold.section} aria-label={messages.title}>
      <div className={inspector.name}>
        <FoldHeading fold={fold}>{messages.title}</FoldHeading>
      </div>
      <ul className={styles.messages}>
        {items.map((thread) => (
          <li key={`${thread.officeId} ${thread.threadId}`}>
            <UnstyledButton className={styles.entry} onClick={() => go({ at: 'messages' })}>
              <span className={`han ${styles.start}`}>{thread.text}</span>
              <span className={styles.facts}>
                <span>{thread.officeName}</span>
                <span>{formatInstant(thread.at)}</span>
                {thread.unread > 0 && <span className={styles.unread}>{messages.unread}</span>}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
        {messages.writeAbout}
      </Button>
      {isWriting && (
        <WriteDialog
          about={officeId === undefined ? { id, title } : { id, title, officeId }}
          onClose={() => setWriting(false)}
        />
      )}
    </section>
  );
}
