import { Button, Pagination, UnstyledButton } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import { useState } from 'react';
import type { EndorsablePack } from '../../shared/contract/endorsements.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { OnwardWords } from '../answers/onward-words.tsx';
import { OutcomeChip } from '../answers/outcome-chip.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import { EndorseDialog } from './endorse-dialog.tsx';
import styles from './endorsements.module.css';
import { OpinionChip } from './opinion-chip.tsx';

const ON_A_PAGE = 20;

/** At a provincial office: packs of its points that wait for its opinion, and those that went on. */
export function EndorsementsPage() {
  const { endorsements } = useSpeech().words;
  const [chosen, setChosen] = useState<EndorsablePack | null>(null);
  return (
    <Page title={endorsements.title}>
      <Packs which="waiting" onChoose={setChosen} />
      <Packs which="endorsed" onChoose={setChosen} />
      {chosen !== null && (
        <EndorseDialog key={chosen.packId} pack={chosen} onClose={() => setChosen(null)} />
      )}
    </Page>
  );
}

type PacksProps = {
  which: 'waiting' | 'endorsed';
  onChoose: (pack: EndorsablePack) => void;
};

function Packs({ which, onChoose }: PacksProps) {
  const { endorsements } = useSpeech().words;
  const [page, setPage] = useState(1);
  const { data, failure } = useQuery('endorsements.packs', {
    which,
    offset: (page - 1) * ON_A_PAGE,
    limit: ON_A_PAGE,
  });
  const isWaiting = which === 'waiting';
  const total = data?.total ?? 0;
  return (
    <PageSection
      title={isWaiting ? endorsements.waiting : endorsements.done}
      {...(isWaiting ? { text: endorsements.waitingText } : {})}
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {data !== undefined &&
        total === 0 &&
        (isWaiting ? <NoneWaiting /> : <p className={styles.hint}>{endorsements.noneDone}</p>)}
      <ul className={styles.list} aria-label={isWaiting ? endorsements.waiting : endorsements.done}>
        {data?.items.map((pack) => (
          <PackItem key={pack.packId} pack={pack} onEndorse={() => onChoose(pack)} />
        ))}
      </ul>
      {total > ON_A_PAGE && (
        <Pagination total={Math.ceil(total / ON_A_PAGE)} value={page} onChange={setPage} />
      )}
    </PageSection>
  );
}

/** Nobody can send anything before cards were exchanged. */
function NoneWaiting() {
  const { endorsements, inbox } = useSpeech().words;
  const { go } = useView();
  const offices = useQuery('points.list', {}).data?.items;
  const isAlone = offices?.length === 0;
  return (
    <EmptyPlace
      icon={IconRubberStamp}
      title={endorsements.none}
      text={isAlone ? endorsements.aloneText : endorsements.noneText}
    >
      <Button variant="default" onClick={() => go({ at: isAlone ? 'points' : 'inbox' })}>
        {isAlone ? endorsements.goPoints : inbox.title}
      </Button>
    </EmptyPlace>
  );
}

function PackItem({ pack, onEndorse }: { pack: EndorsablePack; onEndorse: () => void }) {
  const { words, count } = useSpeech();
  const { endorsements, fields, inbox } = words;
  const given = pack.records.filter((one) => one.given !== null).length;
  const left = pack.records.filter(({ id }) => id !== null).length;
  const isBack = pack.kind === 'withdrawal';
  const verb = pack.endorsed.length > 0 ? endorsements.again : endorsements.endorse;
  const isHeard = pack.records.some(({ onward }) => onward.length > 0);
  return (
    <li className={styles.pack}>
      <div className={styles.head}>
        <div className={styles.sender}>{pack.senderName}</div>
        {pack.isKept && (
          <Button
            size="compact-sm"
            variant={pack.endorsed.length > 0 ? 'default' : 'filled'}
            aria-label={`${verb} ${pack.senderName} ${String(pack.sequence)}`}
            onClick={onEndorse}
          >
            {verb}
          </Button>
        )}
      </div>
      <p className={styles.facts}>
        <span>{inbox.packKinds[pack.kind]}</span>
        <span>{endorsements.packFacts(pack.sequence, formatDate(pack.receivedAt))}</span>
        {pack.highestMarking !== 'none' && <span>{fields.markings[pack.highestMarking]}</span>}
        {!isBack && left > 0 && <span>{endorsements.givenOf(count(given), count(left))}</span>}
        {pack.endorsed.map(({ packId, officeName, at }) => (
          <span key={packId}>{endorsements.forwardedTo(officeName, formatDate(at))}</span>
        ))}
        {pack.endorsed.length > 0 && !isHeard && (
          <span className={styles.waits}>{words.answers.onItsWay}</span>
        )}
      </p>
      {pack.note !== '' && (
        <p
          className={`han ${styles.words} ${styles.hint}`}
        >{`${endorsements.noteSaid}${pack.note}`}</p>
      )}
      {!pack.isKept && <p className={styles.hint}>{endorsements.notKept}</p>}
      {isBack && pack.endorsed.length === 0 && (
        <p className={styles.hint}>{endorsements.takesBack}</p>
      )}
      {isBack &&
        pack.records.map(({ recordId, onward }) => <OnwardWords key={recordId} words={onward} />)}
      {!isBack && (
        <ul className={styles.records}>
          {pack.records.map((record) => (
            <RecordItem key={record.recordId} record={record} />
          ))}
        </ul>
      )}
    </li>
  );
}

function RecordItem({ record }: { record: EndorsablePack['records'][number] }) {
  const { endorsements } = useSpeech().words;
  const { go, open } = useView();
  const { id, title, given, isCurrent, state, onward } = record;
  return (
    <li className={styles.record}>
      {id === null ? (
        <span className={styles.title}>{endorsements.gone}</span>
      ) : (
        <UnstyledButton
          className={`han ${styles.title}`}
          onClick={() => {
            go({ at: 'library', library: 'received' });
            open({ id, terms: [], section: null });
          }}
        >
          {title}
        </UnstyledButton>
      )}
      {id !== null && !isCurrent && <span className={styles.hint}>{endorsements.older}</span>}
      {id !== null && <OpinionChip opinion={given?.opinion ?? null} />}
      {state !== null && <OutcomeChip outcome={state} />}
      <OnwardWords words={onward} />
    </li>
  );
}
