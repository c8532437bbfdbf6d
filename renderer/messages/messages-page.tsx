import { Button, UnstyledButton } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useState } from 'react';
import type { MessageThread } from '../../shared/contract/office-messages.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import styles from './messages.module.css';
import { ThreadView } from './thread-view.tsx';
import { WriteDialog } from './write-dialog.tsx';

const MOST = 200;

/** Questions and answers with other offices: threads on the left, one of them on the right. */
export function MessagesPage() {
  const { messages } = useSpeech().words;
  const threads = useQuery('messages.threads', { offset: 0, limit: MOST });
  const [chosen, setChosen] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const items = threads.data?.items ?? [];
  const open = items.find((thread) => keyOf(thread) === chosen);
  const write = <Button onClick={() => setWriting(true)}>{messages.write}</Button>;
  return (
    <Page title={messages.title}>
      <PageSection
        title={messages.thread}
        text={messages.text}
        actions={items.length > 0 ? write : undefined}
      >
        {threads.failure !== undefined && <FailureNotice failure={threads.failure} />}
        {threads.data?.total === 0 && (
          <EmptyPlace icon={IconMessages} title={messages.none} text={messages.noneText}>
            {write}
          </EmptyPlace>
        )}
        {items.length > 0 && (
          <div className={styles.columns}>
            <ul className={styles.threads}>
              {items.map((thread) => (
                <li key={keyOf(thread)}>
                  <Entry
                    thread={thread}
                    isOpen={keyOf(thread) === chosen}
                    onOpen={() => setChosen(keyOf(thread))}
                  />
                </li>
              ))}
            </ul>
            {open === undefined ? (
              <p className={styles.hint}>{messages.noneOpen}</p>
            ) : (
              <ThreadView key={keyOf(open)} thread={open} />
            )}
          </div>
        )}
      </PageSection>
      {isWriting && <WriteDialog onClose={() => setWriting(false)} />}
    </Page>
  );
}

const keyOf = ({ officeId, threadId }: MessageThread) => `${officeId} ${threadId}`;

type EntryProps = { thread: MessageThread; isOpen: boolean; onOpen: () => void };

function Entry({ thread, isOpen, onOpen }: EntryProps) {
  const { words, count } = useSpeech();
  const { messages } = words;
  return (
    <UnstyledButton className={styles.entry} aria-current={isOpen} onClick={onOpen}>
      <span className={styles.office}>{thread.officeName}</span>
      <span className={`han ${styles.start}`}>{thread.text}</span>
      <span className={styles.facts}>
        <span>{formatInstant(thread.at)}</span>
        <span>{messages.count(count(thread.count))}</span>
        {thread.unread > 0 && <span className={styles.unread}>{messages.unread}</span>}
      </span>
    </UnstyledButton>
  );
}
