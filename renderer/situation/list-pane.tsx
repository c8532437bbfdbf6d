import { CloseButton, SegmentedControl } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { OfficeSituation } from '../../shared/contract/situation.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { call } from '../api/client.ts';
import { usePages } from '../api/use-pages.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PaneHeader } from '../ui/pane-header.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import type { Behind } from './behind.ts';
import type { Measure } from './measures.ts';
import styles from './situation.module.css';

const ROW_HEIGHT = 64;
const rowHeight = () => ROW_HEIGHT;
type Records = CallOutput<'situation.records'>;
type Received = Records['items'][number];
type Offices = CallOutput<'situation.offices'>;
type Props = { behind: Behind | null; measure: Measure; onClose: () => void };

/** What a number counts. */
export function ListPane({ behind, measure, onClose }: Props) {
  const { situation } = useSpeech().words;
  return (
    <aside className={styles.listPane} aria-label={situation.listTitle} data-pane>
      {behind === null && (
        <EmptyPlace
          icon={IconListDetails}
          title={situation.listNone}
          text={situation.listNoneText}
        />
      )}
      {behind?.what === 'records' && (
        <RecordsBehind key={JSON.stringify(behind)} behind={behind} onClose={onClose} />
      )}
      {behind?.what === 'offices' && (
        <OfficesBehind
          key={JSON.stringify(behind)}
          behind={behind}
          measure={measure}
          onClose={onClose}
        />
      )}
    </aside>
  );
}

type RecordsProps = { behind: Extract<Behind, { what: 'records' }>; onClose: () => void };

function RecordsBehind({ behind, onClose }: RecordsProps) {
  const { words, count } = useSpeech();
  const { situation, kinds, outcomes } = words;
  const view = useView();
  const [active, setActive] = useState(-1);
  const list = usePages<Received, Records>(JSON.stringify(behind.question), (offset, limit) =>
    call('situation.records', { ...behind.question, offset, limit }),
  );
  return (
    <>
      <PaneHeader title={behind.title} note={list.first && situation.records(count(list.total))}>
        <CloseButton size="sm" aria-label={situation.closeList} onClick={onClose} />
      </PaneHeader>
      {list.failure !== undefined && <FailureNotice failure={list.failure} />}
      {!list.isLoading && list.total === 0 ? (
        <p className={styles.listEmpty}>{situation.listEmpty}</p>
      ) : (
        <div className={styles.list}>
          <VirtualList
            label={behind.title}
            count={list.total}
            itemAt={list.itemAt}
            rowHeight={rowHeight}
            renderRow={(record) => (
              <div className={styles.listRow}>
                <p className={`han ${styles.rowTitle}`} title={record.title}>
                  {record.title}
                </p>
                <p className={styles.rowFacts}>
                  <span>{kinds[record.kind]}</span>
                  <span>{outcomes[record.state]}</span>
                  <span className={`han ${styles.rowOffice}`} title={record.office}>
                    {record.office}
                  </span>
                  <span>{formatDate(record.receivedAt)}</span>
                </p>
              </div>
            )}
            active={active}
            onActive={setActive}
            isSelected={() => false}
            onOpen={({ id }) => {
              view.go({ at: 'library', library: 'received' });
              view.open({ id, terms: [], section: null });
            }}
            onVisible={list.want}
          />
        </div>
      )}
    </>
  );
}

type OfficesProps = {
  behind: Extract<Behind, { what: 'offices' }>;
  measure: Measure;
  onClose: () => void;
};

function OfficesBehind({ behind, measure, onClose }: OfficesProps) {
  const { words, count } = useSpeech();
  const { situation } = words;
  const view = useView();
  const [active, setActive] = useState(-1);
  const [isRanked, setRanked] = useState(false);
  const showsRanking = useQuery('situation.settings', {}).data?.showsRanking ?? false;
  const question =
    isRanked && showsRanking && measure !== 'points'
      ? { ...behind.question, measure }
      : behind.question;
  const list = usePages<OfficeSituation, Offices>(JSON.stringify(question), (offset, limit) =>
    call('situation.offices', { ...question, offset, limit }),
  );
  return (
    <>
      <PaneHeader title={behind.title} note={list.first && situation.offices(count(list.total))}>
        <CloseButton size="sm" aria-label={situation.closeList} onClick={onClose} />
      </PaneHeader>
      {showsRanking && measure !== 'points' && (
        <div className={styles.order}>
          <SegmentedControl
            size="xs"
            aria-label={situation.order}
            data={[
              { value: 'region', label: situation.byRegion },
              { value: 'measure', label: situation.measures[measure] },
            ]}
            value={isRanked ? 'measure' : 'region'}
            onChange={(value) => setRanked(value === 'measure')}
          />
        </div>
      )}
      {list.failure !== undefined && <FailureNotice failure={list.failure} />}
      {!list.isLoading && list.total === 0 ? (
        <p className={styles.listEmpty}>{situation.listEmpty}</p>
      ) : (
        <div className={styles.list}>
          <VirtualList
            label={behind.title}
            count={list.total}
            itemAt={list.itemAt}
            rowHeight={rowHeight}
            renderRow={(office) => <OfficeLine office={office} />}
            active={active}
            onActive={setActive}
            isSelected={() => false}
            onOpen={({ id }) => view.go({ at: 'registry', id })}
            onVisible={list.want}
          />
        </div>
      )}
    </>
  );
}

function OfficeLine({ office }: { office: OfficeSituation }) {
  const { words, language, count } = useSpeech();
  const { registry, situation } = words;
  const { measures } = situation;
  return (
    <div className={styles.listRow}>
      <p className={`han ${styles.rowTitle}`} title={office.name}>
        {office.name}
      </p>
      <p className={styles.rowFacts}>
        <span>{codeName('region', office.region, language)}</span>
        {office.submissions > 0 && (
          <span>{`${measures.submissions} ${count(office.submissions)}`}</span>
        )}
        {office.adopted > 0 && <span>{`${measures.adopted} ${count(office.adopted)}`}</span>}
        {office.caseload !== null && (
          <span>{`${measures.caseload} ${count(office.caseload)}`}</span>
        )}
        {!office.hasCard ? (
          <span>{registry.withoutCard}</span>
        ) : (
          <span>{office.lastAt === null ? situation.never : formatDate(office.lastAt)}</span>
        )}
      </p>
    </div>
  );
}
