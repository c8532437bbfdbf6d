import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Backlink } from '../../shared/contract/links.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { kindIcons } from '../ui/kind-icons.ts';
import styles from './links.module.css';
import { followLink } from './trail.ts';

const AT_ONCE = 10;
const MOST = 50;

/** The records whose text links to the open one, with the sentences. */
export function BacklinksGroup({ recordId }: { recordId: RecordId }) {
  const { words, count } = useSpeech();
  const { links } = words;
  const [limit, setLimit] = useState(AT_ONCE);
  const { data, failure } = useQuery('links.backlinks', { recordId, limit });
  const fold = useFold('backlinks', styles.group);
  const items = data?.items ?? [];
  const total = data?.total ?? 0;
  return (
    <section {...fold.section} aria-label={links.backlinks}>
      <div className={styles.head}>
        <FoldHeading fold={fold}>{links.backlinks}</FoldHeading>
        {total > 0 && <span className={styles.count}>{count(total)}</span>}
      </div>
      {data !== undefined && total === 0 && <p className={styles.none}>{links.noBacklinks}</p>}
      <ul className={styles.list}>
        {items.map((backlink) => (
          <BacklinkItem key={backlink.id} backlink={backlink} />
        ))}
      </ul>
      {total > items.length && limit < MOST && (
        <Button size="compact-xs" variant="subtle" onClick={() => setLimit(MOST)}>
          {links.moreBacklinks(count(total - items.length))}
        </Button>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </section>
  );
}

function BacklinkItem({ backlink }: { backlink: Backlink }) {
  const { words, count } = useSpeech();
  const { links, kinds } = words;
  const { id, kind, title, places, sentences } = backlink;
  const KindIcon = kindIcons[kind];
  return (
    <li>
      <UnstyledButton
        className={styles.item}
        aria-label={links.openNamed(title)}
        onClick={() => followLink(id)}
      >
        <span className={styles.title}>
          <KindIcon size={15} stroke={1.5} aria-label={kinds[kind]} />
          <span className="han">{title}</span>
        </span>
        {sentences.map(({ before, text, after }, at) => (
          <span key={at} className={`han ${styles.sentence}`}>
            {before}
            <strong>{text}</strong>
            {after}
          </span>
        ))}
        {places > sentences.length && (
          <span className={styles.none}>{links.morePlaces(count(places - sentences.length))}</span>
        )}
      </UnstyledButton>
    </li>
  );
}
