import { Checkbox } from '@mantine/core';
import type { CallOutput } from '../../shared/contract/index.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { useShown } from '../ui/use-shown.ts';
import styles from './designation.module.css';

/** Which regions the present choice leaves without anybody. */
export function CoveragePart({ board }: { board: CallOutput<'designation.board'> }) {
  const { words, language, count } = useSpeech();
  const { designation } = words;
  const notices = useNotices();
  const { uncovered } = board;
  const [countsPoints, show] = useShown(board.countsPoints);
  return (
    <section className={styles.sidePart} aria-label={designation.uncovered} aria-live="polite">
      <h2 className={styles.sideName}>{designation.uncovered}</h2>
      {uncovered.length === 0 ? (
        <p className={styles.covered}>{designation.allCovered}</p>
      ) : (
        <>
          <p className={styles.uncovered}>{designation.uncoveredCount(count(uncovered.length))}</p>
          <p className={styles.hint}>
            {uncovered
              .map((region) => codeName('region', region, language))
              .join(language === 'zh-CN' ? '、' : ', ')}
          </p>
        </>
      )}
      <Checkbox
        mt={8}
        size="xs"
        label={designation.countsPoints}
        checked={countsPoints}
        onChange={(event) => {
          const isCounted = event.currentTarget.checked;
          show(isCounted);
          callCommand('designation.change', { countsPoints: isCounted }).catch((error: unknown) => {
            show(!isCounted);
            notices.fail(failureOf(error));
          });
        }}
      />
    </section>
  );
}
