import { Button, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { LeavingView } from './leaving-view.tsx';
import styles from './leaving-view.module.css';
import type { Leaving } from './use-look.ts';

type Props = {
  leaving: Leaving;
  records: readonly { id: Leaving['recordIds'][number]; title: string }[];
};

/** Each record exactly as it will leave; the keyboard goes from change to change. */
export function PreflightPreview({ leaving, records }: Props) {
  const { words, count } = useSpeech();
  const { preflight } = words;
  const [at, setAt] = useState(0);
  const [now, setNow] = useState(-1);
  const paper = useRef<HTMLDivElement>(null);
  const record = records[at];
  const { data, failure } = useQuery(
    'preflight.show',
    { ...leaving, recordId: record?.id ?? '' },
    { isEnabled: record !== undefined },
  );
  const isShown = data !== undefined && data.record.id === record?.id;
  const all = isShown ? data.changes.filter(({ decision }) => decision !== 'keep').length : 0;
  const step = (by: 1 | -1) => {
    const marks = [...(paper.current?.querySelectorAll('mark') ?? [])];
    if (marks.length === 0) return;
    const next = (now + by + marks.length) % marks.length;
    setNow(next);
    marks[next]?.focus();
    marks[next]?.scrollIntoView({ block: 'center' });
  };
  return (
    <section className={styles.whole} aria-label={preflight.preview}>
      <p className={styles.hint}>{preflight.previewHint}</p>
      <div className={styles.bar}>
        <NativeSelect
          size="xs"
          className={styles.which ?? ''}
          aria-label={preflight.record}
          data-autofocus
          value={String(at)}
          data={records.map(({ title }, index) => ({ value: String(index), label: title }))}
          onChange={(event) => {
            setAt(Number(event.currentTarget.value));
            setNow(-1);
          }}
        />
        <span role="status">
          {all === 0
            ? preflight.noChange
            : preflight.change(count(Math.max(now + 1, 1)), count(all))}
        </span>
        <Button size="compact-sm" variant="default" disabled={all === 0} onClick={() => step(-1)}>
          {preflight.previous}
        </Button>
        <Button size="compact-sm" variant="default" disabled={all === 0} onClick={() => step(1)}>
          {preflight.next}
        </Button>
      </div>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {/* It scrolls, so the keyboard must be able to get there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={paper}
        className={`han ${styles.scroller}`}
        tabIndex={0}
        role="region"
        aria-label={preflight.preview}
      >
        {isShown && <LeavingView shown={data} />}
      </div>
    </section>
  );
}
