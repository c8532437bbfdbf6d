import type { PeriodFigures } from '../../shared/contract/caseload.ts';
import { caseloadKindName } from '../../shared/caseload/kinds.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './caseload.module.css';

/** What the office's packs said of a period beside the figures that stand. */
export function OtherWords({ periods }: { periods: readonly PeriodFigures[] }) {
  const { words, language, count } = useSpeech();
  const { caseload } = words;
  const corrected = periods.filter(({ otherWords }) => otherWords.length > 0);
  if (corrected.length === 0) return null;
  return (
    <div className={styles.otherWords}>
      {corrected.map(({ period, otherWords }) => (
        <details key={period}>
          <summary>{caseload.otherWords(period, count(otherWords.length))}</summary>
          <ul>
            {otherWords.map(({ figures, receivedAt }, at) => (
              <li key={`${String(receivedAt)} ${String(otherWords.length - at)}`}>
                <span className={styles.hint}>{caseload.cameOn(formatDate(receivedAt))}</span>
                {figures.map((figure) => (
                  <span key={figure.kind}>
                    {`${caseloadKindName(figure.kind, language)} ${count(figure.count)}`}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p className={styles.hint}>{caseload.otherWordsText}</p>
    </div>
  );
}
