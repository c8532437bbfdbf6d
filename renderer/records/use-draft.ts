import { useCallback, useEffect, useRef, useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import type { FullRecord, RecordId } from '../../shared/contract/records.ts';
import type { DocumentTree } from '../../shared/document/tree.ts';
import type { RecordFields } from '../../shared/templates/record-fields.ts';
import { announceChange } from '../api/changes.ts';
import { ask } from '../api/client.ts';
import { registerFlush } from '../app/flush.ts';
import { useNotices } from '../app/notices.tsx';
import { useAutosave, type SaveState } from '../editor/use-autosave.ts';
import { setOpenFields } from './fields/open-fields.ts';
import { setDocumentStatus, type DocumentStatus } from './document-status.ts';

type Fields = {
  title: string;
  keywords: string[];
  caseNumbers: string[];
  fields: RecordFields;
};
type Stored = Fields & { document: DocumentTree };

export type Draft = Fields & {
  failure: FailureData | undefined;
  set: (fields: Partial<Fields>) => void;
  /** The text was changed; `read` serialises it when it is time to store. */
  textChanged: (read: () => DocumentTree) => void;
  /** After `record-changed-elsewhere`: stores what is here over what is there. */
  keepMine: () => void;
  /** What is here is not stored any more, before what is there is read. */
  drop: () => void;
};
/** Lists follow autosave at leisure. */
const LISTS_FOLLOW_AFTER_MS = 700;

/** What is being written, and its way to the disk. */
export function useDraft(record: FullRecord): Draft {
  const [fields, setFields] = useState<Fields>(() => fieldsOf(record));
  const latest = useRef<Fields>(fieldsOf(record));
  const readText = useRef<() => DocumentTree>(() => record.document);
  const { changed, flush, storeOver, giveUp, state, failure } = useStored(record);
  useLastWords(record.id, flush, state);

  const set = useCallback(
    (change: Partial<Fields>) => {
      setFields((before) => ({ ...before, ...change }));
      // A record cannot be without a title: the last one stays until there is another.
      const kept = change.title?.trim() === '' ? { title: latest.current.title } : {};
      latest.current = { ...latest.current, ...change, ...kept };
      changed(() => ({ ...latest.current, document: readText.current() }));
    },
    [changed],
  );
  const textChanged = useCallback(
    (read: () => DocumentTree) => {
      readText.current = read;
      changed(() => ({ ...latest.current, document: read() }));
    },
    [changed],
  );
  const written = fields.fields;
  useEffect(() => setOpenFields({ record, fields: written, change: set }), [record, written, set]);
  useEffect(() => () => setOpenFields(null), []);
  const keepMine = useCallback(() => {
    void ask('records.get', { id: record.id }).then((answer) => {
      if (answer.ok) void storeOver(answer.value.saves);
    });
  }, [storeOver, record]);
  return { ...fields, failure, set, textChanged, keepMine, drop: giveUp };
}

/** Autosave of one record, and the news about it for the status bar and the inspector. */
function useStored(record: FullRecord) {
  const stored = useRef({
    ...fieldsOf(record),
    document: record.document,
    characters: record.characters,
  });
  const autosave = useAutosave<Stored>({
    saves: record.saves,
    save: async (draft, saves) => {
      const answer = await ask('records.save', { id: record.id, saves, ...draft });
      if (answer.ok) {
        stored.current = { ...draft, characters: answer.value.characters };
        announceChange(LISTS_FOLLOW_AFTER_MS);
      }
      return answer;
    },
    stored: async () => {
      const answer = await ask('records.get', { id: record.id });
      if (!answer.ok) return answer;
      const { saves, changedAt, document } = answer.value;
      const draft = { ...fieldsOf(answer.value), document };
      return { ok: true, value: { saves, changedAt, draft } };
    },
  });
  const { state, watch } = autosave;
  useEffect(() => {
    const tell = () => setDocumentStatus({ record, ...stored.current, ...statusOf(state()) });
    tell();
    const stop = watch(tell);
    return () => {
      stop();
      setDocumentStatus(null);
    };
  }, [record, state, watch]);
  return autosave;
}

/** Locking and closing wait for this record, also when it is no longer on the screen; if it cannot be saved, it is said. */
function useLastWords(
  recordId: RecordId,
  flush: () => Promise<boolean>,
  state: () => SaveState,
): void {
  const notices = useNotices();
  useEffect(() => {
    const unregister = registerFlush(flush);
    return () => {
      void flush().then((isSaved) => {
        if (isSaved) {
          unregister();
          // History keeps what one leaves. Locking and closing are looked after by the store.
          void ask('revisions.leave', { recordId });
        } else {
          const left = state();
          if (left.kind === 'unsaved') notices.fail(left.failure);
        }
      });
    };
  }, [recordId, flush, state, notices]);
}

function fieldsOf({ title, keywords, caseNumbers, fields }: Fields): Fields {
  return { title, keywords: [...keywords], caseNumbers: [...caseNumbers], fields };
}

function statusOf(state: SaveState): Pick<DocumentStatus, 'saving' | 'savedAt'> {
  if (state.kind === 'saved') return { saving: 'saved', savedAt: state.savedAt };
  return { saving: state.kind === 'unsaved' ? 'failed' : 'saving', savedAt: null };
}
