import { Button, UnstyledButton } from '@mantine/core';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import styles from '../guidance/guidance.module.css';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { kindIcons } from '../ui/kind-icons.ts';
import { PageSection } from '../ui/page.tsx';

const SHOWN = 8;
const where = [{ list: 'unread' as const, codes: ['unread'] }];

/** Guidance that nobody here has opened, the latest first. What was corrected since is new again. */
export function WhatIsNew() {
  const { words, count } = useSpeech();
  const { guidance, kinds } = words;
  const { go, open, setListing } = useView();
  const { data, failure } = useQuery('records.list', {
    library: 'guidance',
    where,
    limit: SHOWN,
  });
  const all = () => {
    go({ at: 'library', library: 'guidance' });
    setListing({ where });
  };
  const total = data?.total ?? 0;
  return (
    <PageSection
      title={guidance.whatIsNew}
      text={guidance.whatIsNewText}
      actions={
        total > SHOWN ? (
          <Button variant="default" size="compact-sm" onClick={all}>
            {guidance.allNew(count(total))}
          </Button>
        ) : undefined
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {data !== undefined && total === 0 && <p className={styles.hint}>{guidance.nothingNew}</p>}
      <ul className={styles.list}>
        {data?.items.map(({ id, kind, title, senderName, changedAt }) => {
          const KindIcon = kindIcons[kind];
          return (
            <li key={id} className={styles.new}>
              <KindIcon size={15} stroke={1.5} aria-label={kinds[kind]} />
              <UnstyledButton
                className={`han ${styles.newTitle}`}
                onClick={() => {
                  go({ at: 'library', library: 'guidance' });
                  open({ id, terms: [], section: null });
                }}
              >
                {title}
              </UnstyledButton>
              <span className={styles.hint}>{senderName}</span>
              <span className={styles.hint}>{formatDate(changedAt)}</span>
            </li>
          );
        })}
      </ul>
    </PageSection>
  );
}
