import { Button } from '@mantine/core';
import type { EarlierSent } from '../../shared/contract/packs.ts';
import { useSpeech } from '../app/words.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Chosen } from './export-dialog.tsx';
import styles from './export.module.css';

type Props = {
  records: readonly Chosen[];
  earlier: readonly EarlierSent[];
  onKeep: (records: readonly Chosen[]) => void;
};

/** What went to this office before goes as a correction, by itself: said before anything is checked. */
export function EarlierNotice({ records, earlier, onKeep }: Props) {
  const { words, count } = useSpeech();
  const { packs } = words;
  if (earlier.length === 0) return null;
  const isEarlier = ({ id }: Chosen) => earlier.some(({ recordId }) => recordId === id);
  const others = records.length - earlier.length;
  if (others > 0) {
    return (
      <>
        <Notice tone="care">{packs.mixed(count(earlier.length), count(others))}</Notice>
        <div className={styles.choices}>
          <Button variant="default" onClick={() => onKeep(records.filter(isEarlier))}>
            {packs.onlyEarlier}
          </Button>
          <Button
            variant="default"
            onClick={() => onKeep(records.filter((record) => !isEarlier(record)))}
          >
            {packs.onlyNew}
          </Button>
        </div>
      </>
    );
  }
  return (
    <ul className={styles.earlier}>
      {earlier.map(({ recordId, sequence, revision }) => (
        <li key={recordId}>
          <span>{records.find(({ id }) => id === recordId)?.title}</span>
          <span className={styles.text}>
            {packs.correction(packs.number(sequence), count(revision))}
          </span>
        </li>
      ))}
    </ul>
  );
}
