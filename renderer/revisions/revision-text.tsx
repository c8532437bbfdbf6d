import type { RecordId } from '../../shared/contract/records.ts';
import type { Revision } from '../../shared/contract/revisions.ts';
import { useQuery } from '../api/use-query.ts';
import { usePreferences } from '../app/preferences.tsx';
import { RecordEditor } from '../editor/record-editor.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './compared.module.css';

/** A revision as it was, to read. */
export function RevisionText({ recordId, revision }: { recordId: RecordId; revision: Revision }) {
  const { preferences } = usePreferences();
  const { data, failure } = useQuery('revisions.get', { id: revision.id }, { isLive: false });
  if (failure !== undefined) {
    return (
      <div className={styles.failure}>
        <FailureNotice failure={failure} />
      </div>
    );
  }
  if (data?.revision.id !== revision.id) return null;
  return (
    <div className={styles.paper}>
      <p className={styles.paperTitle}>{data.content.title}</p>
      <RecordEditor
        key={revision.id}
        recordId={recordId}
        document={data.content.document}
        isReadOnly
        sections={[]}
        onChange={() => {}}
        highlightTerms={[]}
        reading={preferences.reading}
      />
    </div>
  );
}
