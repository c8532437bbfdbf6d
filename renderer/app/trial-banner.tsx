import { IconFlask } from '@tabler/icons-react';
import { usePreferences } from './preferences.tsx';
import styles from './trial-banner.module.css';
import { useWords } from './words.tsx';

/** Says, wherever one is, that the runtime is old and not for real data. It cannot be closed: it stays true. */
export function TrialBanner() {
  const words = useWords();
  const { start } = usePreferences();
  if (!start.isTrialRuntime) return null;
  return (
    <p className={styles.banner} role="note">
      <IconFlask size={15} stroke={1.75} aria-hidden />
      {words.app.trialRuntime}
    </p>
  );
}
