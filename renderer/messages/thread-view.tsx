import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MessageThread } from '../../shared/contract/office-messages.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { callCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './messages.module.css';
import { WriteDialog } from './write-dialog.tsx';

/** One thread, oldest message first. Opened, it is read. */
export function ThreadView({ thread }: { thread: MessageThread }) {
  const { messages } = useWords();
  const { go, open } = useView();
  const { officeId, threadId, about } = thread;
  const { data, failure } = useQuery('messages.thread', { officeId, threadId });
  const [isWriting, setWriting] = useState(false);
  useEffect(() => {
    if (thread.unread === 0) return;
    // A mark that stays costs a click, nothing else.
    callCommand('messages.markRead', { officeId, threadId }).catch(() => undefined);
  }, [thread.unread, officeId, threadId]);
  const recordId = about?.id ?? null;
  const isTheirs = about?.senderId === officeId;
  return (
    <section aria-label={thread.officeName}>
      <p className={styles.facts}>
        <span className={styles.office}>{thread.officeName}</span>
        {about !== null && (
          <span>{recordId === null ? messages.aboutGone : messages.about(about.title)}</span>
        )}
      </p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <ol className={styles.messages}>
        {data?.items.map((message) => (
          <li key={message.messageId} className={styles.message} data-own={message.isOwn}>
            <p className={styles.facts}>
              <span>{message.isOwn ? messages.own : thread.officeName}</span>
              <span>{message.name}</span>
              <span>{formatInstant(message.at)}</span>
            </p>
            <p className={`han ${styles.words}`}>{message.text}</p>
          </li>
        ))}
      </ol>
      <Button size="compact-sm" onClick={() => setWriting(true)}>
        {messages.reply}
      </Button>
      {recordId !== null && (
        <Button
          ml={8}
          size="compact-sm"
          variant="default"
          onClick={() => {
            if (isTheirs) go({ at: 'library', library: 'received' });
            open({ id: recordId, terms: [], section: null });
          }}
        >
          {messages.open}
        </Button>
      )}
      {isWriting && <WriteDialog thread={thread} onClose={() => setWriting(false)} />}
    </section>
  );
}
