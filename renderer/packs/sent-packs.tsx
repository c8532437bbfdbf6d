import { Button, Pagination, SegmentedControl } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { SentRevision } from '../revisions/sent-revision.tsx';
import type { RecordId } from '../../shared/contract/records.ts';
import type { SentPack } from '../../shared/contract/packs.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech, useWords } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import { OnwardWords } from '../answers/onward-words.tsx';
import { OutcomeChip } from '../answers/outcome-chip.tsx';
import { ExportDialog, type Chosen } from './export-dialog.tsx';
import { PackedFiles } from './packed-files.tsx';
import { ResendDialog } from './resend-dialog.tsx';
import styles from './sent-packs.module.css';

const ON_A_PAGE = 20;
const filters = ['all', 'waiting', 'answered'] as const;
type Filter = (typeof filters)[number];

/** The packs this workspace made, newest first; each opens to what it contains. */
export function SentPacks() {
  const { words } = useSpeech();
  const { packs } = words;
  const [page, setPage] = useState(1);
  const [filter, setFilter] = useState<Filter>('all');
  const [again, setAgain] = useState<SentPack>();
  const [anew, setAnew] = useState<SentPack>();
  const sent = useQuery('packs.list', {
    offset: (page - 1) * ON_A_PAGE,
    limit: ON_A_PAGE,
    ...(filter === 'all' ? {} : { state: filter }),
  });
  const total = sent.data?.total ?? 0;
  return (
    <PageSection title={packs.sent}>
      {sent.failure !== undefined && <FailureNotice failure={sent.failure} />}
      {sent.data?.total === 0 && filter === 'all' && (
        <EmptyPlace icon={IconSend} title={packs.none} text={packs.noneText} />
      )}
      {(total > 0 || filter !== 'all') && (
        <SegmentedControl
          size="xs"
          className={styles.filter ?? ''}
          aria-label={packs.sent}
          value={filter}
          data={filters.map((value) => ({ value, label: packs.sentFilters[value] }))}
          onChange={(value) => {
            setFilter(filters.find((one) => one === value) ?? 'all');
            setPage(1);
          }}
        />
      )}
      {sent.data?.total === 0 && filter !== 'all' && (
        <p className={styles.fact}>{packs.noneSuch}</p>
      )}
      <ul className={styles.packs}>
        {sent.data?.items.map((pack) => (
          <PackRow
            key={pack.packId}
            pack={pack}
            onAgain={() => setAgain(pack)}
            onAnew={() => setAnew(pack)}
          />
        ))}
      </ul>
      {total > ON_A_PAGE && (
        <Pagination total={Math.ceil(total / ON_A_PAGE)} value={page} onChange={setPage} />
      )}
      {anew !== undefined && (
        <ExportDialog begin={recordsOf(anew)} onClose={() => setAnew(undefined)} />
      )}
      {again !== undefined && <ResendDialog pack={again} onClose={() => setAgain(undefined)} />}
    </PageSection>
  );
}

const recordsOf = ({ contents }: SentPack): Chosen[] =>
  contents.map(({ id, kind, title }) => ({ id: id as RecordId, kind, title }));

type RowProps = { pack: SentPack; onAgain: () => void; onAnew: () => void };

/** The same bytes once more, or what to do where they are of no use. */
function Again({ pack, onAgain, onAnew }: RowProps) {
  const { packs } = useWords();
  const number = packs.number(pack.sequence);
  if (pack.isOfFormerKey && pack.answer === 'answered')
    return <span>{packs.ofFormerKeyAnswered}</span>;
  if (pack.isOfFormerKey) {
    const isRecords = pack.kind === 'submission' || pack.kind === 'correction';
    return (
      <>
        <span>{packs.ofFormerKey}</span>
        <span>{packs.anew[pack.kind]}</span>
        {isRecords && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={packs.makeAgainTitle(number)}
            onClick={onAnew}
          >
            {packs.makeAgain}
          </Button>
        )}
      </>
    );
  }
  if (!pack.isKept) return <span>{packs.notKept}</span>;
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={packs.resendTitle(number)}
      onClick={onAgain}
    >
      {packs.resend}
    </Button>
  );
}

function PackRow({ pack, onAgain, onAnew }: RowProps) {
  const { words, count } = useSpeech();
  const { inbox, kinds, packs } = words;
  const named = pack.contents.length + pack.withdrawn.length;
  return (
    <li className={styles.pack}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.number}>{packs.number(pack.sequence)}</span>
          <span className={styles.recipient}>{pack.recipientName}</span>
          <span className={styles.fact}>{inbox.packKinds[pack.kind]}</span>
          {named > 0 && <span className={styles.fact}>{packs.contentCount(count(named))}</span>}
          <span className={pack.answer === 'waiting' ? styles.waiting : styles.fact}>
            {packs.answerStates[pack.answer]}
          </span>
          <span className={styles.fact}>{formatInstant(pack.createdAt)}</span>
        </summary>
        <div className={styles.file}>
          <span>{pack.fileName}</span>
          <Again pack={pack} onAgain={onAgain} onAnew={onAnew} />
        </div>
        {pack.note !== '' && <p className={`han ${styles.note}`}>{packs.noteOf(pack.note)}</p>}
        <ul className={styles.contents}>
          {pack.contents.map((record) => (
            <li key={record.id}>
              {`${kinds[record.kind]} · ${record.title}`}
              <SentRevision record={record} />
              {record.outcome !== null && <OutcomeChip outcome={record.outcome} />}
              <OnwardWords words={record.onward} />
              <PackedFiles record={record} />
            </li>
          ))}
          {pack.withdrawn.map(({ id, title, outcome, onward }) => (
            <li key={id}>
              {`${packs.takenBack} · ${title === '' ? packs.gone : title}`}
              {outcome !== null && <OutcomeChip outcome={outcome} />}
              <OnwardWords words={onward} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
