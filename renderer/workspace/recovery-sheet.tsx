import { createPortal } from 'react-dom';
import { formatDate } from '../../shared/i18n/format.ts';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { useWords } from '../app/words.tsx';
import styles from './recovery-sheet.module.css';

/** What comes out of the printer: on paper only, never on the screen. */
export function RecoverySheet({
  workspace: info,
  code,
}: {
  workspace: WorkspaceInfo;
  code: string;
}) {
  const { workspace } = useWords();
  return createPortal(
    <section className={`only-on-paper ${styles.sheet}`}>
      <h1 className={styles.title}>{workspace.recoveryPrintTitle}</h1>
      <dl className={styles.facts}>
        <dt>{workspace.recoveryPrintWorkspace}</dt>
        <dd>{info.name}</dd>
        <dt>{workspace.recoveryPrintDate}</dt>
        <dd>{formatDate(info.createdAt)}</dd>
      </dl>
      <ol className={styles.groups}>
        {code.split('-').map((group, index) => (
          <li key={index}>{group}</li>
        ))}
      </ol>
      <p>{workspace.recoveryPrintText}</p>
    </section>,
    document.body,
  );
}
