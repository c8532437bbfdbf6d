import { Button, Progress, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import {
  Verdict,
  type PrecedentHit,
  type PrecedentReport,
} from '../../shared/contract/precedent-reports.ts';
import { useSpeech } from '../app/words.tsx';
import { PageSection } from '../ui/page.tsx';
import { HitCard } from './hit-card.tsx';
import styles from './precedent-reports.module.css';

const filters = ['all', 'open', 'changed', ...Verdict.options] as const;
type Filter = (typeof filters)[number];
const SHOWN_AT_ONCE = 50;

function isShown({ verdict, change }: PrecedentHit, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'open') return verdict === null;
  return filter === 'changed' ? change !== null : verdict === filter;
}

/** What the searches found, each to be judged. A hit that is judged stays in sight until the filter is chosen again. */
export function JudgedHits({ report }: { report: PrecedentReport }) {
  const { words, count } = useSpeech();
  const { precedentReports, verdicts } = words;
  const [filter, setFilter] = useState<Filter>('all');
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const { hits, searches } = report;
  const judged = hits.filter(({ verdict }) => verdict !== null).length;
  const shown = hits.filter((hit) => isShown(hit, filter) || kept.has(hit.id));
  const labels: Record<Filter, string> = {
    all: precedentReports.all,
    open: precedentReports.openOnly,
    changed: precedentReports.changedOnly,
    ...verdicts,
  };
  const left = shown.length - most;
  return (
    <PageSection title={precedentReports.hits} text={precedentReports.hitsText}>
      {hits.length === 0 ? (
        <p className={styles.faint}>{precedentReports.noHits}</p>
      ) : (
        <>
          <div className={styles.progress}>
            <span role="status">
              {precedentReports.progress(count(judged), count(hits.length))}
            </span>
            <Progress
              className={styles.bar ?? ''}
              size={4}
              value={(100 * judged) / hits.length}
              aria-label={precedentReports.hits}
            />
          </div>
          <SegmentedControl<Filter>
            size="xs"
            aria-label={precedentReports.filter}
            value={filter}
            onChange={(next) => {
              setFilter(next);
              setKept(new Set());
              setMost(SHOWN_AT_ONCE);
            }}
            data={filters.map((value) => {
              const number = hits.filter((hit) => isShown(hit, value)).length;
              return { value, label: `${labels[value]} ${count(number)}` };
            })}
          />
          {shown.length === 0 && <p className={styles.faint}>{precedentReports.noneLeft}</p>}
          <ul className={styles.hits}>
            {shown.slice(0, most).map((hit) => (
              <HitCard
                key={hit.id}
                reportId={report.id}
                hit={hit}
                searches={searches}
                onJudge={() => setKept((before) => new Set([...before, hit.id]))}
              />
            ))}
          </ul>
          {left > 0 && (
            <Button variant="default" onClick={() => setMost(most + SHOWN_AT_ONCE)}>
              {precedentReports.more(count(Math.min(left, SHOWN_AT_ONCE)))}
            </Button>
          )}
        </>
      )}
    </PageSection>
  );
}
