import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import { call, failureOf } from '../api/client.ts';
import { useNotices } from '../app/notices.tsx';
import { pressed } from '../app/shortcuts/shortcuts.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { mayCopy } from '../preflight/copying.ts';
import { CopyGuard } from '../preflight/copy-guard.tsx';
import { useLock } from '../preflight/use-lock.ts';
import { useFullRecord } from '../records/use-full-record.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { showBeside } from './beside.ts';
import styles from './beside.module.css';
import { citedPassage } from './cited-passage.ts';
import { ReadDocument } from './read-document.tsx';
import { usePlaces } from './use-places.ts';

/** A record at the right of the one that is open, to read: found in by itself, and copied from with its source named. */
export function BesidePane({ id }: { id: RecordId }) {
  const { words, count } = useSpeech();
  const { app, besides, kinds, search } = words;
  const { open } = useView();
  const notices = useNotices();
  const { record, failure, readAgain } = useFullRecord(id);
  const isLocked = useLock(id) !== null;
  const marking = record?.fields.marking ?? null;
  const text = useRef<HTMLDivElement>(null);
  const finder = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const places = usePlaces(text, typed, record !== undefined);
  useEffect(() => text.current?.focus({ preventScroll: true }), [record]);

  const close = () => {
    showBeside(null);
    document.querySelector<HTMLElement>('#document [data-pane-focus]')?.focus();
  };
  const copy = async () => {
    const passage = record === undefined ? null : citedPassage(record, text.current, words);
    if (passage === null) {
      notices.say(besides.chooseFirst);
      return;
    }
    if (!mayCopy({ recordId: id, marking, isLocked })) return;
    try {
      await call('window.copyText', { text: passage });
      notices.say(besides.copied);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    if (pressed(nativeEvent, 'nextHit')) places.step(1);
    else if (pressed(nativeEvent, 'previousHit')) places.step(-1);
    else if (pressed(nativeEvent, 'copyCited')) void copy();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === finder.current) {
      places.step(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  };
  return (
    // Its keys are for everything in it, wherever the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className={styles.pane} aria-label={besides.title} data-pane onKeyDown={onKeyDown}>
      <CopyGuard recordId={id} marking={marking} place={text} />
      <div className={styles.bar} role="toolbar" aria-label={besides.title}>
        <span className={styles.kind}>{record === undefined ? '' : kinds[record.kind]}</span>
        <TextInput
          ref={finder}
          size="xs"
          className={styles.find ?? ''}
          aria-label={besides.find}
          placeholder={besides.find}
          value={typed}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <span className={styles.count} role="status">
          {typed.trim() !== '' &&
            (places.total === 0
              ? besides.none
              : search.hitOf(count(places.at + 1), count(places.total)))}
        </span>
        <Button
          {...plain}
          aria-label={search.previousHit}
          disabled={places.total === 0}
          onClick={() => places.step(-1)}
        >
          <IconChevronUp size={16} stroke={1.75} aria-hidden />
        </Button>
        <Button
          {...plain}
          aria-label={search.nextHit}
          disabled={places.total === 0}
          onClick={() => places.step(1)}
        >
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
        </Button>
        <Button {...plain} title={besides.copyHint} onClick={() => void copy()}>
          {besides.copy}
        </Button>
        <Button
          {...plain}
          onClick={() => {
            showBeside(null);
            open({ id, terms: [], section: null });
          }}
        >
          {besides.openIt}
        </Button>
        <CloseButton size="sm" aria-label={besides.close} title={app.close} onClick={close} />
      </div>
      {failure !== undefined && (
        <div className={styles.failure}>
          <FailureNotice failure={failure} onRetry={readAgain} />
        </div>
      )}
      {/* It scrolls, so the keyboard must be able to get there. */}
      <div
        ref={text}
        className={`han ${styles.text}`}
        role="document"
        aria-label={record?.title ?? besides.title}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-pane-focus
      >
        {record !== undefined && (
          <>
            <h2 className={styles.title}>{record.title}</h2>
            {record.caseNumbers.length > 0 && (
              <p className={styles.numbers}>{record.caseNumbers.join('　')}</p>
            )}
            <ReadDocument document={record.document} />
          </>
        )}
      </div>
    </aside>
  );
}

const plain = { size: 'compact-sm', variant: 'subtle', color: 'gray' } as const;
