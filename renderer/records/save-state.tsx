import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react';
import { formatTime } from '../../shared/i18n/format.ts';
import { useWords } from '../app/words.tsx';
import type { DocumentStatus } from './document-status.ts';
import { isReadOnly } from './is-read-only.ts';
import styles from './save-state.module.css';

/** Saved when, or why not yet. Sign and word, never colour alone. */
export function SaveState({ status }: { status: DocumentStatus }) {
  const { kinds, records, search } = useWords();
  if (status.record.trashedAt !== null) return <span>{records.trash}</span>;
  const { saving, savedAt } = status;
  const { library } = status.record;
  const ownName = library === 'own' ? kinds.precedent : search.libraries[library];
  // Its text is read-only; once its fields are changed, what becomes of them is said.
  if (isReadOnly(status.record) && saving === 'saved' && savedAt === null)
    return <span>{`${ownName} · ${records.readOnly}`}</span>;
  return (
    <span className={styles.state} data-saving={saving} data-testid="save-state">
      {saving === 'failed' && <IconAlertTriangle size={14} stroke={1.75} aria-hidden />}
      {saving === 'saved' && <IconCheck size={14} stroke={1.75} aria-hidden />}
      {saving === 'saving' && <IconPencil size={14} stroke={1.5} aria-hidden />}
      {saving === 'saved' && records.saved(formatTime(savedAt ?? status.record.changedAt))}
      {saving === 'saving' && records.unsaved}
      {saving === 'failed' && records.saveFailed}
    </span>
  );
}
