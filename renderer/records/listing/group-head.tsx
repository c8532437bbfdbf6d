import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { GroupBy } from '../../../shared/contract/records.ts';
import { useSpeech } from '../../app/words.tsx';
import { groupName } from './group-name.ts';
import styles from './group-head.module.css';

export const HEAD_HEIGHT = 32;
type Props = { by: GroupBy; code: string | null; count: number; isFolded: boolean };

/** The head of a group: what its records have in common, and how many they are. A click, Enter, ← or → folds it. */
export function GroupHead({ by, code, count: number, isFolded }: Props) {
  const { words, language, count } = useSpeech();
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  const name = groupName(by, code, language);
  return (
    <div className={`han ${styles.head}`} data-empty={code === null || undefined}>
      <Chevron size={14} stroke={1.75} aria-hidden />
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>{count(number)}</span>
      <span className="only-for-readers">
        {isFolded ? words.listing.folded : words.listing.unfolded}
      </span>
    </div>
  );
}
