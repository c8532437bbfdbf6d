import { ActionIcon } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './designation.module.css';
import { useExportBoard } from './use-export-board.ts';

/** So many of the latest; all of them stand in the audit trail. */
const SHOWN = 50;

/** What was decided before, with its reasons. */
export function DecisionsPart() {
  const { words, count } = useSpeech();
  const { designation } = words;
  const items = useQuery('designation.decisions', { limit: SHOWN }).data?.items;
  const exportBoard = useExportBoard();
  if (items === undefined) return null;
  return (
    <section className={styles.sidePart} aria-label={designation.decisions}>
      <h2 className={styles.sideName}>{designation.decisions}</h2>
      {items.length === 0 && <p className={styles.hint}>{designation.noDecisions}</p>}
      <ul className={styles.decisions}>
        {items.map(({ id, name, decidedAt, chosen, candidates, uncovered, reasons }) => (
          <li key={id}>
            <div className={styles.sideHead}>
              <p className={`han ${styles.decisionName}`}>{name}</p>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={designation.exportDecision(name)}
                title={designation.exportDecision(name)}
                onClick={() => exportBoard(name, id)}
              >
                <IconFileExport size={15} stroke={1.5} aria-hidden />
              </ActionIcon>
            </div>
            <p className={styles.hint}>
              {designation.decided(formatDate(decidedAt), count(chosen), count(candidates))}
              {uncovered > 0 && ` · ${designation.decidedUncovered(count(uncovered))}`}
            </p>
            <p className={`han ${styles.reasons}`}>{reasons}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
