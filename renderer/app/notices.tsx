import { CloseButton, UnstyledButton } from '@mantine/core';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './notices.module.css';
import { useWords } from './words.tsx';

type Action = { label: string; run(): void };
type Notice = { id: number } & ({ text: string; action?: Action } | { failure: FailureData });
type Notices = {
  /** A sentence that goes by itself after some seconds. */
  say: (text: string, action?: Action) => void;
  /** A failure stays until it was read. */
  fail: (failure: FailureData) => void;
  clear: () => void;
};

const SHOWN_IN_MS = 8000;
const NoticesContext = createContext<Notices | null>(null);

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const counter = useRef(0);
  const drop = useCallback(
    (id: number) => setNotices((before) => before.filter((notice) => notice.id !== id)),
    [],
  );
  const held = useMemo<Notices>(() => {
    // One sentence at a time: the newest is what was just done. Failures stay until they were read.
    const add = (notice: Notice) =>
      setNotices((before) => [...before.filter((other) => 'failure' in other).slice(-3), notice]);
    return {
      say: (text, action) => {
        const id = (counter.current += 1);
        add(action === undefined ? { id, text } : { id, text, action });
        setTimeout(() => drop(id), SHOWN_IN_MS);
      },
      fail: (failure) => add({ id: (counter.current += 1), failure }),
      clear: () => setNotices([]),
    };
  }, [drop]);
  return (
    <NoticesContext value={held}>
      {children}
      <NoticeStack notices={notices} drop={drop} />
    </NoticesContext>
  );
}

function NoticeStack({
  notices,
  drop,
}: {
  notices: readonly Notice[];
  drop: (id: number) => void;
}) {
  const words = useWords();
  return (
    <div className={styles.stack} role="status" aria-live="polite">
      {notices.map((notice) =>
        'failure' in notice ? (
          <FailureNotice
            key={notice.id}
            failure={notice.failure}
            onDismiss={() => drop(notice.id)}
          />
        ) : (
          <div key={notice.id} className={styles.notice}>
            <span className={styles.text} title={notice.text}>
              {notice.text}
            </span>
            {notice.action !== undefined && (
              <UnstyledButton
                className={styles.action}
                onClick={() => {
                  notice.action?.run();
                  drop(notice.id);
                }}
              >
                {notice.action.label}
              </UnstyledButton>
            )}
            <CloseButton size="sm" aria-label={words.app.dismiss} onClick={() => drop(notice.id)} />
          </div>
        ),
      )}
    </div>
  );
}

export function useNotices(): Notices {
  const held = use(NoticesContext);
  if (held === null) throw new Error('useNotices needs a NoticesProvider');
  return held;
}
