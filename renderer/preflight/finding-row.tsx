import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useSpeech } from '../app/words.tsx';
import type { FindingGroup } from './grouped.ts';
import { decisionText } from './decision-text.ts';
import styles from './preflight.module.css';

/** One line for what is decided together. */
export function FindingRow({ group }: { group: FindingGroup }) {
  const { words, count } = useSpeech();
  const { preflight, preflightKinds } = words;
  const isOpen = group.open > 0;
  const decisions = [...new Set(group.findings.map((one) => decisionText(preflight, one)))];
  const StateIcon = isOpen ? IconCircleDashed : IconCheck;
  const records = new Set(group.findings.map(({ recordId }) => recordId)).size;
  return (
    <div className={styles.row} data-open={isOpen || undefined}>
      <StateIcon size={15} stroke={1.75} className={styles.state} aria-hidden />
      <span className={styles.kind}>{preflightKinds[group.kind]}</span>
      <bdi className={styles.words}>{group.text}</bdi>
      <span className={styles.places}>
        {preflight.places(count(group.findings.length), count(records))}
      </span>
      <span className={styles.decision}>
        {decisions.length === 1 ? decisions[0] : preflight.mixed}
      </span>
    </div>
  );
}
