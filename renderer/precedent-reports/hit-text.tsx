import { sectionText } from '../../shared/document/tree.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './precedent-reports.module.css';

/** The text of a found case, to be read while it is judged. */
export function HitText({ id }: { id: RecordId }) {
  const record = useQuery('records.get', { id }, { isLive: false });
  if (record.failure !== undefined) return <FailureNotice failure={record.failure} />;
  return (
    // Longer than its box: the arrows scroll it, so it can be reached by Tab.
    <div
      className={`han ${styles.text}`}
      role="region"
      aria-label={record.data?.title}
      tabIndex={0}
    >
      {record.data?.document.sections.map((section) => (
        <section key={section.id}>
          {section.heading !== '' && <h3>{section.heading}</h3>}
          {sectionText(section)
            .split('\n')
            .map((line, index) => (
              <p key={index}>{line}</p>
            ))}
        </section>
      ))}
    </div>
  );
}
