import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { languages } from '../app/languages.ts';
import { usePreferences } from '../app/preferences.tsx';
import { useWords } from '../app/words.tsx';
import { BrandMark } from '../ui/brand-mark.tsx';
import { TrialBanner } from '../app/trial-banner.tsx';
import styles from './entry-frame.module.css';

/** What surrounds every screen before a workspace is open: the mark, the language, the warning about an old runtime. */
export function EntryFrame({ children }: { children: ReactNode }) {
  const words = useWords();
  const { preferences, setPreferences } = usePreferences();
  return (
    <div className={styles.frame}>
      <TrialBanner />
      <header className={styles.header}>
        <div className={styles.brand}>
          <BrandMark size={28} />
          <span className={styles.name}>{words.app.name}</span>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={words.workspace.language}
          data={languages.map((value) => ({ value, label: words.settings.languages[value] }))}
          value={preferences.language}
          onChange={(language) => setPreferences({ language })}
        />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
