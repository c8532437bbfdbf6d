import { Checkbox, Pagination, SegmentedControl, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { StandingRecord } from '../../shared/contract/answers.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useWorkspace } from '../app/session.tsx';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import styles from './answers.module.css';
import { Part } from './part.tsx';
import { OutcomeChip } from './outcome-chip.tsx';
import { StateBar } from './state-bar.tsx';

const ON_A_PAGE = 20;
const filters = [
  'all',
  'received',
  'endorsed',
  'accepted',
  'returned',
  'adopted',
  'overdue',
  'untold',
] as const;
type Filter = (typeof filters)[number];

/** Received records with their states and deadlines, to be dealt with one by one or together. */
export function StandingRecords() {
  const { words, count } = useSpeech();
  const { answers, outcomes } = words;
  const isProvince = useWorkspace().kind === 'province';
  // Nobody else forwards.
  const shown = filters.filter((one) => one !== 'endorsed' || isProvince);
  const [filter, setFilter] = useState<Filter>('all');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set());
  const states = useQuery('received.states', {
    offset: (page - 1) * ON_A_PAGE,
    limit: ON_A_PAGE,
    ...asked(filter),
  });
  const total = states.data?.total ?? 0;
  const label = (one: Filter) => {
    if (one === 'all') return answers.all;
    if (one === 'untold') return answers.untold;
    return one === 'overdue' ? answers.dueFilter : outcomes[one];
  };
  const toggle = (id: RecordId) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Part id="standing">
      <PageSection title={answers.records} text={answers.recordsText}>
        <div className={styles.bar}>
          <SegmentedControl<Filter>
            size="xs"
            aria-label={answers.filter}
            data={shown.map((value) => ({ value, label: label(value) }))}
            value={filter}
            onChange={(value) => {
              setFilter(value);
              setPage(1);
              setChosen(new Set());
            }}
          />
        </div>
        {chosen.size > 0 && (
          <>
            <p className={styles.hint}>{answers.chosen(count(chosen.size))}</p>
            <StateBar ids={[...chosen]} onDone={() => setChosen(new Set())} />
          </>
        )}
        {states.failure !== undefined && <FailureNotice failure={states.failure} />}
        {states.data !== undefined && total === 0 && (
          <p className={styles.hint}>{answers.noneHere}</p>
        )}
        <ul className={styles.list}>
          {states.data?.items.map((record) => (
            <Row
              key={record.id}
              record={record}
              isChosen={chosen.has(record.id)}
              onToggle={() => toggle(record.id)}
            />
          ))}
        </ul>
        {total > ON_A_PAGE && (
          <Pagination total={Math.ceil(total / ON_A_PAGE)} value={page} onChange={setPage} />
        )}
      </PageSection>
    </Part>
  );
}

function asked(filter: Filter) {
  if (filter === 'all') return {};
  return filter === 'overdue' || filter === 'untold' ? { due: filter } : { state: filter };
}

type RowProps = { record: StandingRecord; isChosen: boolean; onToggle: () => void };

function Row({ record, isChosen, onToggle }: RowProps) {
  const { words, count } = useSpeech();
  const { answers } = words;
  const { go, open } = useView();
  const [now] = useState(() => Date.now());
  const { dueAt } = record;
  return (
    <li className={styles.row}>
      <Checkbox
        size="xs"
        aria-label={answers.choose(record.title)}
        checked={isChosen}
        onChange={onToggle}
      />
      <div className={styles.name}>
        <UnstyledButton
          className={`han ${styles.title}`}
          onClick={() => {
            go({ at: 'library', library: 'received' });
            open({ id: record.id, terms: [], section: null });
          }}
        >
          {record.title}
        </UnstyledButton>
        <p className={styles.facts}>
          <span>{record.senderName}</span>
          {record.forwardedBy !== null && (
            <span>{words.endorsements.forwardedBy(record.forwardedBy)}</span>
          )}
          <span>{formatDate(record.receivedAt)}</span>
          {dueAt === null ? (
            <span>{answers.noDue}</span>
          ) : (
            <span className={dueAt < now ? styles.late : undefined}>
              {dueAt < now
                ? answers.overdueSince(formatDate(dueAt))
                : answers.dueOn(formatDate(dueAt))}
            </span>
          )}
          <span>{record.isTold ? answers.told : answers.notTold}</span>
          {record.drafts > 0 && <span>{answers.drafts(count(record.drafts))}</span>}
        </p>
      </div>
      <OutcomeChip outcome={record.state} />
    </li>
  );
}
