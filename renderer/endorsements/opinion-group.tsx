import { Button } from '@mantine/core';
import { useState } from 'react';
import type { GivenOpinion, SaidOpinion } from '../../shared/contract/endorsements.ts';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { FullRecord, RecordId } from '../../shared/contract/records.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useNotices } from '../app/notices.tsx';
import { useWorkspace } from '../app/session.tsx';
import { useSpeech } from '../app/words.tsx';
import inspector from '../records/inspector.module.css';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './endorsements.module.css';
import { OpinionChip } from './opinion-chip.tsx';
import { OpinionFields, type OpinionDraft } from './opinion-fields.tsx';

/** What provincial offices think of a received record; at one of them, where to say it. */
export function OpinionGroup({ record }: { record: FullRecord }) {
  const { endorsements } = useSpeech().words;
  const fold = useFold('opinion', inspector.group);
  const isProvince = useWorkspace().kind === 'province';
  const { data } = useQuery('endorsements.ofRecord', { id: record.id });
  const mayGive = isProvince && record.library === 'received';
  if (data === undefined || (!mayGive && data.said.length === 0)) return null;
  return (
    <section {...fold.section} aria-label={endorsements.opinion}>
      <div className={inspector.name}>
        <FoldHeading fold={fold}>{endorsements.opinion}</FoldHeading>
      </div>
      <div className={styles.group}>
        {mayGive && (
          <OpinionForm
            key={data.given?.at ?? 0}
            id={record.id}
            title={record.title}
            given={data.given}
            isSaid={isSaid(data)}
          />
        )}
        <ul className={styles.said}>
          {data.said.map((said, at) => (
            <Said key={`${String(said.at)} ${String(data.said.length - at)}`} said={said} />
          ))}
        </ul>
      </div>
    </section>
  );
}

type FormProps = { id: RecordId; title: string; given: GivenOpinion | null; isSaid: boolean };

/** Whether what is given went to a desk already, as it stands. */
function isSaid({ given, said }: CallOutput<'endorsements.ofRecord'>): boolean {
  return (
    given !== null &&
    said.some(({ opinion, text }) => opinion === given.opinion && text === given.text)
  );
}

function OpinionForm({ id, title, given, isSaid }: FormProps) {
  const { endorsements } = useSpeech().words;
  const notices = useNotices();
  const give = useCommand('endorsements.give');
  const [draft, setDraft] = useState<OpinionDraft>({
    opinion: given?.opinion ?? null,
    text: given?.text ?? '',
  });
  const { opinion, text } = draft;
  const isSame = opinion === (given?.opinion ?? null) && text.trim() === (given?.text ?? '');
  const save = async () => {
    if (opinion === null) return;
    const done = await give.run({ recordId: id, given: { opinion, text } });
    if (done !== undefined) notices.say(endorsements.saved);
  };
  return (
    <>
      <OpinionFields title={title} draft={draft} onChange={setDraft} />
      <p className={styles.hint}>{isSaid ? endorsements.wentHint : endorsements.textHint}</p>
      <div className={styles.bar}>
        <Button
          size="compact-sm"
          disabled={opinion === null || isSame || give.isRunning}
          onClick={() => void save()}
        >
          {endorsements.save}
        </Button>
        {given !== null && !isSaid && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              disabled={give.isRunning}
              onClick={() => void give.run({ recordId: id, given: null })}
            >
              {endorsements.takeBack}
            </Button>
            <span className={styles.hint}>{given.name}</span>
          </>
        )}
      </div>
      {give.failure !== undefined && (
        <FailureNotice failure={give.failure} onDismiss={give.clearFailure} />
      )}
    </>
  );
}

function Said({ said }: { said: SaidOpinion }) {
  const { words, count } = useSpeech();
  const { endorsements } = words;
  return (
    <li className={styles.word}>
      <p className={styles.facts}>
        <OpinionChip opinion={said.opinion} />
        <span>{endorsements.sentBy(said.officeName, formatDate(said.at))}</span>
        <span>{endorsements.ofRevision(count(said.revision))}</span>
      </p>
      {said.text !== '' && <p className={`han ${styles.words}`}>{said.text}</p>}
      {said.note !== '' && (
        <p
          className={`han ${styles.words} ${styles.hint}`}
        >{`${endorsements.noteSaid}${said.note}`}</p>
      )}
    </li>
  );
}
