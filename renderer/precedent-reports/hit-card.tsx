import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import {
  Verdict,
  type PrecedentHit,
  type PrecedentSearch,
} from '../../shared/contract/precedent-reports.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { useCommand } from '../api/use-command.ts';
import { registerFlush } from '../app/flush.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { kindIcons } from '../ui/kind-icons.ts';
import { HitText } from './hit-text.tsx';
import styles from './precedent-reports.module.css';

type Props = {
  reportId: RecordId;
  hit: PrecedentHit;
  searches: readonly PrecedentSearch[];
  onJudge: () => void;
};

const NONE = 'none';
const LONGEST_NOTE = 5000;

/** A found case: what it is, what found it, its text to read, and what it means for the matter. */
export function HitCard({ reportId, hit, searches, onJudge }: Props) {
  const { words } = useSpeech();
  const { precedentReports, verdicts, hitChanges } = words;
  const { go, open } = useView();
  const [note, setNote] = useState(hit.note);
  const [isRead, setRead] = useState(false);
  const judging = useCommand('precedentReports.judge');
  const judge = async (verdict: Verdict | null) => {
    onJudge();
    return (await judging.run({ reportId, hitId: hit.id, verdict, note })) !== undefined;
  };
  const saveNote = async () => note.trim() === hit.note || judge(hit.verdict);
  useEffect(() => registerFlush(saveNote));
  const KindIcon = kindIcons[hit.kind];
  return (
    <li className={styles.hit} data-change={hit.change ?? undefined}>
      <div className={styles.hitHead}>
        <KindIcon size={16} stroke={1.5} className={styles.icon} aria-hidden />
        <span className={`han ${styles.hitTitle}`}>{hit.title}</span>
        {hit.change !== null && (
          <span className={styles.change} data-change={hit.change}>
            {hitChanges[hit.change]}
          </span>
        )}
      </div>
      <Meta hit={hit} searches={searches} />
      <div className={styles.buttons}>
        <SegmentedControl<string>
          size="xs"
          aria-label={`${precedentReports.verdict}：${hit.title}`}
          value={hit.verdict ?? NONE}
          onChange={(value) => void judge(Verdict.options.find((one) => one === value) ?? null)}
          data={[
            { value: NONE, label: precedentReports.noVerdict },
            ...Verdict.options.map((value) => ({ value, label: verdicts[value] })),
          ]}
        />
        {hit.isThere && (
          <>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={isRead}
              onClick={() => setRead(!isRead)}
            >
              {isRead ? precedentReports.hideText : precedentReports.readText}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                void saveNote();
                go({ at: 'records', kind: 'all' });
                open({ id: hit.id, terms: [], section: null });
              }}
            >
              {precedentReports.openRecord}
            </Button>
          </>
        )}
      </div>
      {(hit.verdict !== null || note !== '' || isRead) && (
        <Textarea
          classNames={{ input: 'han' }}
          aria-label={`${precedentReports.note}：${hit.title}`}
          placeholder={precedentReports.notePlaceholder}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={() => void saveNote()}
        />
      )}
      {judging.failure !== undefined && <FailureNotice failure={judging.failure} />}
      {isRead && <HitText id={hit.id} />}
    </li>
  );
}

function Meta({ hit, searches }: Pick<Props, 'hit' | 'searches'>) {
  const { words, language } = useSpeech();
  const { kinds, precedentReports, searchPurposes } = words;
  const purposes = searches
    .filter(({ id }) => hit.foundBy.includes(id))
    .map(({ purpose }) => searchPurposes[purpose]);
  const facts = [
    hit.isThere ? kinds[hit.kind] : precedentReports.notThere,
    hit.origin === null ? '' : codeName('origin', hit.origin, language),
    hit.office,
    ...hit.caseNumbers,
    ...new Set(purposes),
  ].filter((fact) => fact !== '');
  return <p className={styles.meta}>{facts.join(' · ')}</p>;
}
