import { Pagination } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import styles from './answers.module.css';
import { Part } from './part.tsx';

const ON_A_PAGE = 20;

/** Packs of this office that no receipt has answered, and which of them the other office has passed over. */
export function UnansweredPacks() {
  const { words, count } = useSpeech();
  const { answers, inbox, packs } = words;
  const [page, setPage] = useState(1);
  const { data, failure } = useQuery('answers.unanswered', {
    offset: (page - 1) * ON_A_PAGE,
    limit: ON_A_PAGE,
  });
  const total = data?.total ?? 0;
  if (total === 0 && failure === undefined) return null;
  return (
    <Part id="unanswered">
      <PageSection title={answers.waiting} text={answers.waitingText}>
        {failure !== undefined && <FailureNotice failure={failure} />}
        <ul className={styles.list}>
          {data?.items.map((pack) => (
            <li key={`${pack.packId} ${pack.officeId}`} className={styles.row}>
              <div className={styles.name}>
                <p>{`${packs.number(pack.sequence)} · ${pack.officeName}`}</p>
                <p className={styles.facts}>
                  <span>{inbox.packKinds[pack.kind]}</span>
                  <span>{formatDate(pack.createdAt)}</span>
                  <span>{packs.contentCount(count(pack.records))}</span>
                  <span>{pack.fileName}</span>
                </p>
              </div>
              <span className={pack.state === 'passed-over' ? styles.care : styles.hint}>
                {pack.state === 'passed-over' ? answers.passedOver : answers.onItsWay}
              </span>
            </li>
          ))}
        </ul>
        {total > ON_A_PAGE && (
          <Pagination total={Math.ceil(total / ON_A_PAGE)} value={page} onChange={setPage} />
        )}
      </PageSection>
    </Part>
  );
}
