import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePreferences } from './preferences.tsx';
import styles from './fold.module.css';

export type Fold = {
  isFolded: boolean;
  toggle: () => void;
  /** For the section: folded, it shows its first child and nothing else. */
  section: { 'data-folded'?: ''; className: string };
};

/** Whether a part of the inspector is folded away; remembered for all records. `id` names the part. */
export function useFold(id: string, className = ''): Fold {
  const { preferences, setPreferences } = usePreferences();
  const { folded } = preferences;
  const isFolded = folded.includes(id);
  return {
    isFolded,
    toggle: () =>
      setPreferences({ folded: isFolded ? folded.filter((one) => one !== id) : [...folded, id] }),
    section: {
      className: `${className} ${styles.foldable ?? ''}`,
      ...(isFolded ? { 'data-folded': '' as const } : {}),
    },
  };
}

/** The heading of such a part, which folds it. */
export function FoldHeading({ fold, children }: { fold: Fold; children: ReactNode }) {
  return (
    <h3 className={styles.heading}>
      <UnstyledButton
        className={styles.button}
        aria-expanded={!fold.isFolded}
        onClick={fold.toggle}
      >
        <span>{children}</span>
        <IconChevronDown size={14} stroke={1.75} className={styles.sign} aria-hidden />
      </UnstyledButton>
    </h3>
  );
}
