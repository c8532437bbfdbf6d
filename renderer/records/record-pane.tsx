import { IconFileText } from '@tabler/icons-react';
import { useEffect } from 'react';
import { callCommand } from '../api/use-command.ts';
import type { Opened } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { useFollowing } from '../links/trail.ts';
import { useSearchAsked } from '../search/ask-search.ts';
import { RevisionView } from '../revisions/revision-view.tsx';
import { showRevision, useShownRevision } from '../revisions/shown-revision.ts';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { OpenRecord } from './open-record.tsx';
import styles from './record-pane.module.css';
import { offerReading } from './read-again.ts';
import { useFullRecord } from './use-full-record.ts';

/** The document pane. */
export function RecordPane({ opened }: { opened: Opened | null }) {
  const { app, records } = useWords();
  useFollowing();
  useSearchAsked();
  return (
    <main className={styles.pane} id="document" aria-label={app.document} data-pane>
      {opened === null ? (
        <EmptyPlace icon={IconFileText} title={records.noneOpen} text={records.noneOpenText} />
      ) : (
        <LoadedRecord opened={opened} />
      )}
    </main>
  );
}

function LoadedRecord({ opened }: { opened: Opened }) {
  const { record, failure, reading, readAgain } = useFullRecord(opened.id);
  useEffect(() => offerReading(opened.id, readAgain), [opened.id, readAgain]);
  useEffect(() => {
    if (record?.isUnread !== true) return;
    // A mark that stays costs a click, nothing else.
    callCommand('records.markRead', { ids: [record.id], isRead: true }).catch(() => undefined);
  }, [record]);
  const shown = useShownRevision(opened.id);
  // Another record that is opened at one of its revisions has its own on the screen by now.
  useEffect(() => () => showRevision(null, opened.id), [opened.id]);
  if (failure !== undefined) {
    return (
      <div className={styles.failure}>
        <FailureNotice failure={failure} onRetry={readAgain} />
      </div>
    );
  }
  if (record === undefined) return null;
  return (
    <>
      {/* First, so that F6 finds it rather than the text that it covers. */}
      {shown !== null && <RevisionView record={record} shown={shown} readAgain={readAgain} />}
      <div className={styles.document} inert={shown !== null}>
        <OpenRecord key={reading} record={record} opened={opened} readAgain={readAgain} />
      </div>
    </>
  );
}
