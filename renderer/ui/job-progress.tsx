import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Job } from '../api/jobs.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './job-progress.module.css';

/** Shorter work is done before anybody could read what it is doing. */
const SHOWN_AFTER_MS = 300;

type Props = { job: Job; label: string; onCancel: () => void };

/** A running job: what it does, how far it is, how long it will take, and the way to stop it. */
export function JobProgress({ job, label, onCancel }: Props) {
  const { words, count } = useSpeech();
  const [now, setNow] = useState(job.startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SHOWN_AFTER_MS);
    return () => clearInterval(timer);
  }, [job.jobId]);
  const elapsed = now - job.startedAt;
  if (elapsed < SHOWN_AFTER_MS) return <div className={styles.room} />;
  const { done, total, phase } = job.progress;
  const { app, phases } = words;
  const doing = (phases as Record<string, string>)[phase] ?? phases.working;
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div className={styles.job} role="group" aria-label={label}>
      <div className={styles.line}>
        <span>{doing}</span>
        {total > 0 && <span>{app.ofTotal(count(done), count(total))}</span>}
        <span className={styles.left}>{timeLeft(app, elapsed, done, total)}</span>
      </div>
      <Progress
        value={total > 0 ? share : 100}
        animated={total === 0}
        striped={total === 0}
        size={6}
        transitionDuration={150}
        aria-label={label}
      />
      <Button
        variant="default"
        size="compact-sm"
        disabled={job.isCancelling}
        onClick={onCancel}
        className={styles.stop}
      >
        {job.isCancelling ? app.stopping : app.stop}
      </Button>
    </div>
  );
}

type AppWords = ReturnType<typeof useSpeech>['words']['app'];

function timeLeft(app: AppWords, elapsed: number, done: number, total: number): string {
  if (total === 0) return '';
  // The first second says little about the rest.
  if (done === 0 || elapsed < 1000) return app.estimating;
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000);
  return seconds > 90 ? app.minutesLeft(Math.round(seconds / 60)) : app.secondsLeft(seconds);
}
