import { Pagination } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { SentRevision } from '../revisions/sent-revision.tsx';
import type { SentPack } from '../../shared/contract/packs.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import { PackedFiles } from './packed-files.tsx';
import styles from './sent-packs.module.css';

const ON_A_PAGE = 20;

/** The packs this workspace made, newest first; each opens to what it contains. */
export function SentPacks() {
  const { words } = useSpeech();
  const { packs } = words;
  const [page, setPage] = useState(1);
  const sent = useQuery('packs.list', { offset: (page - 1) * ON_A_PAGE, limit: ON_A_PAGE });
  const total = sent.data?.total ?? 0;
  return (
    <PageSection title={packs.sent}>
      {sent.failure !== undefined && <FailureNotice failure={sent.failure} />}
      {sent.data?.total === 0 && (
        <EmptyPlace icon={IconSend} title={packs.none} text={packs.noneText} />
      )}
      <ul className={styles.packs}>
        {sent.data?.items.map((pack) => (
          <PackRow key={pack.packId} pack={pack} />
        ))}
      </ul>
      {total > ON_A_PAGE && (
        <Pagination total={Math.ceil(total / ON_A_PAGE)} value={page} onChange={setPage} />
      )}
    </PageSection>
  );
}

function PackRow({ pack }: { pack: SentPack }) {
  const { words, count } = useSpeech();
  const { kinds, packs } = words;
  return (
    <li className={styles.pack}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.number}>{packs.number(pack.sequence)}</span>
          <span className={styles.recipient}>{pack.recipientName}</span>
          <span className={styles.fact}>{packs.contentCount(count(pack.contents.length))}</span>
          <span className={styles.fact}>{formatInstant(pack.createdAt)}</span>
        </summary>
        <p className={styles.file}>{pack.fileName}</p>
        <ul className={styles.contents}>
          {pack.contents.map((record) => (
            <li key={record.id}>
              {`${kinds[record.kind]} · ${record.title}`}
              <SentRevision record={record} />
              <PackedFiles record={record} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
