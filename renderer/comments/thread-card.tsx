import { Button, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import {
  decisionOf,
  stateOf,
  type Author,
  type Entry,
  type Thread,
} from '../../shared/comments/thread.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import {
  setActiveThread,
  useActiveThread,
  useOpenText,
  type Place,
} from '../editor/comments/places.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './comments.module.css';
import { Reply } from './reply.tsx';
import { Suggestion } from './suggestion.tsx';

type Props = {
  record: FullRecord;
  thread: Thread;
  /** Where its passage is now, if it is there. */
  place: Place | null;
  /** The text was looked at: without a place the passage is gone. */
  isLooked: boolean;
};

/** One thread: its passage, what was said, and what can be done. */
export function ThreadCard({ record, thread, place, isLooked }: Props) {
  const { comments } = useSpeech().words;
  const active = useActiveThread();
  const text = useOpenText();
  const isActive = active?.thread === thread.id;
  const [isReplying, setReplying] = useState(false);
  const passage = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (active?.thread !== thread.id) return;
    passage.current?.scrollIntoView({ block: 'nearest' });
    if (active.isAsked) passage.current?.focus();
  }, [active, thread.id]);
  const add = useCommand('comments.add');
  const isFixed = record.trashedAt !== null;
  const words = place?.text ?? thread.passage;
  const go = () => {
    setActiveThread(thread.id);
    text?.show(thread.id);
  };
  const entry = (kind: Entry['kind'], said = '') =>
    add.run({
      recordId: record.id,
      threadId: thread.id,
      id: crypto.randomUUID(),
      kind,
      text: said,
    });
  return (
    <li className={styles.thread} data-active={isActive || undefined} data-state={stateOf(thread)}>
      <UnstyledButton
        ref={passage}
        data-passage
        className={styles.passage}
        aria-label={place === null ? undefined : comments.goTo(words)}
        onClick={go}
      >
        {place === null && isLooked && <span className={styles.gone}>{comments.removed}</span>}
        <bdi>{words}</bdi>
      </UnstyledButton>
      <Suggestion thread={thread} place={place} />
      <p className={styles.who}>
        <Who author={thread.author} at={thread.at} />
        {thread.revision > 0 && ` · ${comments.onRevision(String(thread.revision))}`}
      </p>
      {thread.entries.map((one, at) => (
        <Said key={one.id} entry={one} isFirst={at === 0 && one.at === thread.at} />
      ))}
      {add.failure !== undefined && <FailureNotice failure={add.failure} />}
      {isReplying && (
        <Reply
          onCancel={() => setReplying(false)}
          onSend={async (said) => {
            if ((await entry('said', said)) !== undefined) setReplying(false);
          }}
        />
      )}
      {!isFixed && !isReplying && (
        <Actions
          thread={thread}
          place={place}
          onReply={() => setReplying(true)}
          onDecide={(kind) => void entry(kind)}
        />
      )}
    </li>
  );
}

function Who({ author, at }: { author: Author; at: number }) {
  const { comments } = useSpeech().words;
  return (
    <>
      <bdi>{author.name ?? comments.nobody}</bdi>
      {` · ${formatInstant(at)}`}
    </>
  );
}

/** The first remark has its author above it. */
function Said({ entry, isFirst }: { entry: Entry; isFirst: boolean }) {
  const { comments } = useSpeech().words;
  if (entry.kind !== 'said') {
    return (
      <p className={styles.who}>
        <strong>{comments.decisions[entry.kind]}</strong>
        {' · '}
        <Who author={entry.author} at={entry.at} />
      </p>
    );
  }
  return (
    <div className={styles.said}>
      <p className={styles.words}>{entry.text}</p>
      {!isFirst && (
        <p className={styles.who}>
          <Who author={entry.author} at={entry.at} />
        </p>
      )}
    </div>
  );
}

type ActionsProps = {
  thread: Thread;
  place: Place | null;
  onReply: () => void;
  onDecide: (kind: 'resolved' | 'reopened' | 'accepted' | 'rejected') => void;
};

function Actions({ thread, place, onReply, onDecide }: ActionsProps) {
  const { comments } = useSpeech().words;
  const text = useOpenText();
  const notices = useNotices();
  const { replacement } = thread;
  const isOpen = decisionOf(thread) === undefined || stateOf(thread) === 'open';
  const accept = () => {
    const isThere = place !== null && text?.accept(thread.id, replacement ?? '') === true;
    if (!isThere) {
      notices.say(comments.cannotAccept);
      return;
    }
    notices.say(comments.accepted);
    onDecide('accepted');
  };
  const button = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <div className={styles.actions}>
      <Button {...button} onClick={onReply}>
        {comments.reply}
      </Button>
      {isOpen && replacement !== null && (
        <>
          <Button {...button} onClick={accept}>
            {comments.accept}
          </Button>
          <Button {...button} onClick={() => onDecide('rejected')}>
            {comments.reject}
          </Button>
        </>
      )}
      {isOpen && (replacement === null || place === null) && (
        <Button {...button} onClick={() => onDecide('resolved')}>
          {comments.resolve}
        </Button>
      )}
      {!isOpen && (
        <Button {...button} onClick={() => onDecide('reopened')}>
          {comments.reopen}
        </Button>
      )}
    </div>
  );
}
