import { Pagination, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReceivedPack } from '../../shared/contract/inbox.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { isGuidanceChannel } from '../../shared/packs/guidance-channel.ts';
import { packKinds, type PackKind } from '../../shared/packs/pack-kinds.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { ReceiptAgain } from '../answers/receipt-again.tsx';
import { PackedFiles } from '../packs/packed-files.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { placeIcons } from '../ui/kind-icons.ts';
import { PageSection } from '../ui/page.tsx';
import styles from './inbox.module.css';
import { gapText } from './missing-text.ts';

const ON_A_PAGE = 20;

/** Packs that were taken in, newest first, and the numbers that are missing between them. */
export function Came() {
  const { words } = useSpeech();
  const { inbox } = words;
  const [page, setPage] = useState(1);
  const [senderId, setSenderId] = useState<string | null>(null);
  const [kind, setKind] = useState<PackKind | null>(null);
  const senders = useQuery('inbox.senders', {}).data?.items ?? [];
  const list = useQuery('inbox.list', {
    offset: (page - 1) * ON_A_PAGE,
    limit: ON_A_PAGE,
    ...(senderId === null ? {} : { senderId }),
    ...(kind === null ? {} : { kind }),
  });
  const total = list.data?.total ?? 0;
  const isFiltered = senderId !== null || kind !== null;
  return (
    <PageSection title={inbox.came}>
      {list.failure !== undefined && <FailureNotice failure={list.failure} />}
      <Gaps senderId={senderId} />
      {(total > 0 || isFiltered) && (
        <div className={styles.filters}>
          <Select
            size="xs"
            w={240}
            searchable
            clearable
            aria-label={inbox.office}
            placeholder={inbox.allOffices}
            data={senders.map(({ id, name }) => ({ value: id, label: name }))}
            value={senderId}
            onChange={(value) => {
              setSenderId(value);
              setPage(1);
            }}
          />
          <Select
            size="xs"
            w={160}
            clearable
            aria-label={inbox.kind}
            placeholder={inbox.allKinds}
            data={packKinds.map((value) => ({ value, label: inbox.packKinds[value] }))}
            value={kind}
            onChange={(value) => {
              setKind(packKinds.find((one) => one === value) ?? null);
              setPage(1);
            }}
          />
        </div>
      )}
      {list.data?.total === 0 && !isFiltered && (
        <EmptyPlace icon={placeIcons.inbox} title={inbox.noneCame} text={inbox.noneCameText} />
      )}
      {list.data?.total === 0 && isFiltered && <p className={styles.soft}>{inbox.noneLeft}</p>}
      <ul className={styles.list} aria-label={inbox.came}>
        {list.data?.items.map((pack) => (
          <CameRow key={pack.packId} pack={pack} />
        ))}
      </ul>
      {total > ON_A_PAGE && (
        <Pagination total={Math.ceil(total / ON_A_PAGE)} value={page} onChange={setPage} />
      )}
    </PageSection>
  );
}

function Gaps({ senderId }: { senderId: string | null }) {
  const { inbox } = useSpeech().words;
  const gaps = (useQuery('inbox.gaps', {}).data?.items ?? []).filter(
    (gap) => senderId === null || gap.senderId === senderId,
  );
  if (gaps.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={inbox.gaps}>
      {gaps.map((gap) => (
        <li
          key={`${gap.channel} ${gap.epoch}`}
          className={isGuidanceChannel(gap.channel) ? styles.soft : styles.care}
        >
          {`${gap.senderName} · ${gapText(inbox, gap)}`}
        </li>
      ))}
    </ul>
  );
}

function CameRow({ pack }: { pack: ReceivedPack }) {
  const { words, count } = useSpeech();
  const { inbox, kinds } = words;
  const { contents } = pack;
  return (
    <li>
      <details>
        <summary className={styles.row}>
          <span className={styles.kind}>{inbox.packKinds[pack.kind]}</span>
          <span className={styles.sender}>{pack.senderName}</span>
          <span className={styles.fact}>{inbox.number(pack.sequence)}</span>
          <span className={styles.fact}>
            {contents.length === 0 ? inbox.noRecords : inbox.recordCount(count(contents.length))}
          </span>
          <span className={styles.fact}>{formatInstant(pack.receivedAt)}</span>
        </summary>
        <p className={styles.soft}>{pack.fileName}</p>
        <ReceiptAgain packId={pack.packId} />
        <ul className={styles.contents}>
          {contents.map((record) => (
            <li key={record.id}>
              <span className="han">{record.title}</span>
              {` · ${kinds[record.kind]} · ${inbox.revision(record.revision)}`}
              <PackedFiles record={record} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
