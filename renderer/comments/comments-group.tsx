import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { stateOf, type Thread } from '../../shared/comments/thread.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useSpeech } from '../app/words.tsx';
import { useActiveThread, useOpenText, type Place } from '../editor/comments/places.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './comments.module.css';
import { ThreadCard } from './thread-card.tsx';

const AT_ONCE = 40;
const filters = ['open', 'done', 'all'] as const;
type Filter = (typeof filters)[number];

/** The comments of the open record, in the order of its text; those whose passage is gone come last. */
export function CommentsGroup({ record }: { record: FullRecord }) {
  const { words, count } = useSpeech();
  const { comments } = words;
  const { data, failure } = useQuery('comments.list', { recordId: record.id });
  const [filter, setFilter] = useState<Filter>('open');
  const [limit, setLimit] = useState(AT_ONCE);
  const fold = useFold('comments', styles.group);
  const active = useActiveThread();
  const places = usePlacesOf(record.id);
  const threads = useMemo(() => inOrder(data?.threads ?? [], places), [data, places]);
  const openCount = threads.filter((thread) => stateOf(thread) === 'open').length;
  const shown = threads.filter(
    (thread) =>
      filter === 'all' ||
      (stateOf(thread) === 'open') === (filter === 'open') ||
      // What one is at stays until one goes on.
      thread.id === active?.thread,
  );
  const upTo = Math.max(limit, shown.findIndex(({ id }) => id === active?.thread) + 1);
  const isFixed = record.trashedAt !== null;
  const { isFolded, toggle } = fold;
  useEffect(() => {
    if (active?.isAsked === true && isFolded) toggle();
  }, [active, isFolded, toggle]);
  return (
    <section {...fold.section} aria-label={comments.title}>
      <div className={styles.head}>
        <FoldHeading fold={fold}>{comments.title}</FoldHeading>
        {openCount > 0 && <span className={styles.count}>{count(openCount)}</span>}
      </div>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {threads.length > 0 && (
        <SegmentedControl<Filter>
          size="xs"
          fullWidth
          aria-label={comments.filter}
          data={filters.map((value) => ({ value, label: comments.shown[value] }))}
          value={filter}
          onChange={setFilter}
        />
      )}
      {data !== undefined && shown.length === 0 && (
        <p className={styles.hint}>
          {threads.length > 0 ? comments.noneShown : isFixed ? comments.noneFixed : comments.none}
        </p>
      )}
      {shown.length > 0 && (
        <Threads label={comments.list(count(shown.length))}>
          {shown.slice(0, upTo).map((thread) => (
            <ThreadCard
              key={thread.id}
              record={record}
              thread={thread}
              place={places?.find((place) => place.thread === thread.id) ?? null}
              isLooked={places !== null}
            />
          ))}
        </Threads>
      )}
      {shown.length > upTo && (
        <Button size="compact-xs" variant="subtle" onClick={() => setLimit(upTo + AT_ONCE)}>
          {comments.more(count(Math.min(AT_ONCE, shown.length - upTo)))}
        </Button>
      )}
    </section>
  );
}

/** Null until the text was looked at. */
function usePlacesOf(recordId: string): readonly Place[] | null {
  const text = useOpenText();
  return text?.recordId === recordId ? text.places : null;
}

function inOrder(threads: readonly Thread[], places: readonly Place[] | null): Thread[] {
  const order = new Map((places ?? []).map(({ thread }, at) => [thread, at]));
  const placeOf = ({ id }: Thread) => order.get(id) ?? Number.MAX_SAFE_INTEGER;
  return threads.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Up and Down go from one comment to the next. */
function Threads({ label, children }: { label: string; children: React.ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.target instanceof HTMLTextAreaElement) return;
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])];
    const here = event.target instanceof Element ? event.target.closest('li') : null;
    const at = all.findIndex((one) => here?.contains(one) === true);
    event.preventDefault();
    all[at + by]?.focus();
  };
  return (
    // The keys only go between buttons, which can be reached without them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} className={styles.list} aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </ul>
  );
}
