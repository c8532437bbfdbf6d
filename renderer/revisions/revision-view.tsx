import { Button, CloseButton, SegmentedControl, Switch } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import type { Comparison } from '../../shared/contract/revisions.ts';
import { isReadOnly } from '../records/is-read-only.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { CopyGuard } from '../preflight/copy-guard.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './compared.module.css';
import { ComparedFields } from './compared-fields.tsx';
import { ComparedLines } from './compared-lines.tsx';
import { RevisionText } from './revision-text.tsx';
import { setMode, showRevision, type ShownMode, type ShownRevision } from './shown-revision.ts';
import { useRestore } from './use-restore.ts';
import { useRevisionName } from './use-revision-name.ts';

type Props = { record: FullRecord; shown: ShownRevision; readAgain: () => void };

/** A revision over the document: beside what it is compared with, in one with it, or as it was. Escape closes it. */
export function RevisionView({ record, shown, readAgain }: Props) {
  const { app, revisions } = useSpeech().words;
  const nameOf = useRevisionName();
  const { before, after, mode } = shown;
  const [isWhole, setWhole] = useState(false);
  const place = useRef<HTMLElement>(null);
  const { restore, failure } = useRestore(record, readAgain);
  const compared = useQuery(
    'revisions.compare',
    {
      recordId: record.id,
      before: before.id,
      after: after === 'now' ? 'now' : after.id,
      isWhole,
    },
    { isLive: false, isEnabled: mode !== 'text' },
  );
  useEffect(() => place.current?.focus({ preventScroll: true }), [before.id, after]);
  const close = () => showRevision(null);
  const isFixed = isReadOnly(record) || record.trashedAt !== null;
  const modes = Object.entries(revisions.modes).map(([value, label]) => ({ value, label }));
  return (
    // Escape is for everything in it, wherever the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={place}
      className={styles.over}
      aria-label={revisions.comparison}
      tabIndex={-1}
      data-pane-focus
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
      }}
    >
      <CopyGuard recordId={record.id} marking={record.fields.marking} place={place} />
      <div className={styles.bar}>
        <h2 className={styles.title}>
          {mode === 'text' ? nameOf(before) : revisions.versus(nameOf(before), nameOf(after))}
        </h2>
        {!isFixed && (
          <Button size="compact-sm" variant="default" onClick={() => void restore(before)}>
            {revisions.restore(nameOf(before))}
          </Button>
        )}
        <CloseButton aria-label={revisions.close} title={app.close} onClick={close} />
      </div>
      <div className={styles.tools}>
        <SegmentedControl
          size="xs"
          aria-label={revisions.mode}
          data={modes}
          value={mode}
          onChange={(value) => setMode(value as ShownMode)}
        />
        {mode !== 'text' && (
          <>
            <Total comparison={compared.data} />
            <Switch
              size="xs"
              label={revisions.showAll}
              checked={isWhole}
              onChange={(event) => setWhole(event.currentTarget.checked)}
            />
          </>
        )}
      </div>
      {/* It scrolls, so the keyboard must be able to get there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        className={`han ${styles.scroller}`}
        tabIndex={0}
        role="region"
        aria-label={nameOf(before)}
      >
        {[failure, mode === 'text' ? undefined : compared.failure].map(
          (one) =>
            one !== undefined && (
              <div key={one.code} className={styles.failure}>
                <FailureNotice failure={one} />
              </div>
            ),
        )}
        {mode === 'text' ? (
          <RevisionText recordId={record.id} revision={before} />
        ) : (
          <Body
            comparison={compared.failure === undefined ? compared.data : undefined}
            mode={mode}
          />
        )}
      </div>
    </section>
  );
}

function Total({ comparison }: { comparison: Comparison | undefined }) {
  const { words, count } = useSpeech();
  if (comparison === undefined) return <span className={styles.total} />;
  return (
    <span className={styles.total} role="status">
      {words.revisions.change(count(comparison.added), count(comparison.removed))}
    </span>
  );
}

function Body({ comparison, mode }: { comparison: Comparison | undefined; mode: ShownMode }) {
  const { revisions } = useSpeech().words;
  if (comparison === undefined) return null;
  const isSame =
    comparison.fields.length === 0 &&
    comparison.lines.every((line) => 'skipped' in line || line.change === 'same');
  return (
    <>
      {isSame && <p className={styles.note}>{revisions.same}</p>}
      <ComparedFields comparison={comparison} />
      <ComparedLines lines={comparison.lines} isSided={mode === 'sides'} />
    </>
  );
}
