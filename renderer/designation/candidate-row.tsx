import { IconCheck } from '@tabler/icons-react';
import type { Candidate } from '../../shared/contract/designation.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { factors, type Factor } from '../../shared/designation/score.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './designation.module.css';
import { PartsBar } from './parts-bar.tsx';

export const CANDIDATE_ROW_HEIGHT = 60;

/** A factor as itself: a number, a yes or no, or that nobody knows. */
export function factorText(
  candidate: Candidate,
  factor: Factor,
  { designation }: Words,
  count: (value: number) => string,
): string {
  const value = candidate.values[factor];
  if (value === null) return designation.unknown;
  if (typeof value === 'boolean') return value ? designation.yes : designation.no;
  return factor === 'comprehensive' ? designation.functions(count(value)) : count(value);
}

/** The words over the columns; each row says them again for who cannot see. */
export function CandidateHeads() {
  const { designation, registry } = useSpeech().words;
  return (
    <div className={styles.heads} aria-hidden>
      <span />
      <span>{registry.fields.name}</span>
      {factors.map((factor) => (
        <span key={factor} className={styles.figure} title={designation.factors[factor]}>
          {designation.heads[factor]}
        </span>
      ))}
      <span className={styles.figure}>{designation.sum}</span>
    </div>
  );
}

type Props = { candidate: Candidate; most: number; onToggle: () => void };

/** One candidate. The box is for the mouse; the keyboard chooses with Enter or blank on the row. */
export function CandidateRow({ candidate, most, onToggle }: Props) {
  const { words, language, count } = useSpeech();
  const { designation, registry } = words;
  const facts = [
    codeName('region', candidate.region, language),
    ...(candidate.level === null ? [] : [registry.levels[candidate.level]]),
    ...candidate.batches.map((batch) => registry.batches[batch]),
  ];
  return (
    <div className={styles.row} data-chosen={candidate.isChosen || undefined}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        className={styles.box}
        title={designation.choose(candidate.name)}
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {candidate.isChosen && <IconCheck size={13} stroke={2.5} aria-hidden />}
      </span>
      <span className={styles.who}>
        <span className={`han ${styles.name}`} title={candidate.name}>
          {candidate.name}
        </span>
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </span>
      {factors.map((factor) => (
        <span
          key={factor}
          className={styles.figure}
          data-unknown={candidate.values[factor] === null || undefined}
        >
          <span className="only-for-readers">{designation.factors[factor]}</span>
          {factorText(candidate, factor, words, count)}
        </span>
      ))}
      <span className={styles.sum}>
        <span className="only-for-readers">{designation.sum}</span>
        {candidate.sum.toFixed(2)}
        <PartsBar parts={candidate.parts} most={most} />
      </span>
    </div>
  );
}
