import { useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import type { Revision, RevisionId } from '../../shared/contract/revisions.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { flushAll } from '../app/flush.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { showRevision } from './shown-revision.ts';

/** Puts a revision in the place of the text, after what is being written is stored. It can be undone the same way. */
export function useRestore(record: FullRecord, readAgain: () => void) {
  const { revisions } = useSpeech().words;
  const notices = useNotices();
  const [failure, setFailure] = useState<FailureData>();
  const put = async (id: RevisionId) => {
    await flushAll();
    const restored = await callCommand('revisions.restore', { recordId: record.id, id });
    readAgain();
    return restored;
  };
  const restore = async (revision: Revision) => {
    try {
      setFailure(undefined);
      const { number, before } = await put(revision.id);
      showRevision(null);
      notices.say(revisions.restored(String(number), String(revision.number)), {
        label: revisions.undo,
        run: () => void put(before).catch((error: unknown) => notices.fail(failureOf(error))),
      });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { restore, failure };
}
