import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { GuidanceAbout } from '../../shared/contract/guidance.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useWorkspace } from '../app/session.tsx';
import { useWords } from '../app/words.tsx';
import { followLink } from '../links/trail.ts';
import inspector from '../records/inspector.module.css';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { GuideDialog } from './guide-dialog.tsx';
import styles from './guidance.module.css';

/** Guidance about the open record: of one's own what came, of one that came what went from here, and the way to write it. */
export function AboutGroup({ record }: { record: FullRecord }) {
  const { guidance } = useWords();
  const fold = useFold('guidance', inspector.group);
  const isPoint = useWorkspace().kind === 'contact-point';
  const [isWriting, setWriting] = useState(false);
  const { data, failure } = useQuery('guidance.about', { id: record.id });
  const { id, title, provenance } = record;
  const isSubmitted = record.library === 'received' && record.trashedAt === null;
  const mayWrite = !isPoint && isSubmitted && provenance !== null;
  const items = data?.items ?? [];
  if (items.length === 0 && !mayWrite && failure === undefined) return null;
  return (
    <section {...fold.section} aria-label={guidance.about}>
      <div className={inspector.name}>
        <FoldHeading fold={fold}>{guidance.about}</FoldHeading>
      </div>
      {items.length > 0 && (
        <ol className={styles.about}>
          {items.map((item) => (
            <About key={item.packId} item={item} />
          ))}
        </ol>
      )}
      {mayWrite && (
        <Button size="compact-sm" variant="default" mt={8} onClick={() => setWriting(true)}>
          {guidance.guideAbout}
        </Button>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isWriting && provenance !== null && (
        <GuideDialog
          about={{ id, title, senderId: provenance.senderId, senderName: provenance.senderName }}
          onClose={() => setWriting(false)}
        />
      )}
    </section>
  );
}

function About({ item }: { item: GuidanceAbout }) {
  const { guidance } = useWords();
  const { isSent, officeName, sequence, createdAt, note, records } = item;
  const where = (isSent ? guidance.sentAbout : guidance.cameAbout)(officeName, sequence);
  return (
    <li className={styles.said}>
      <p className={styles.facts}>
        <span>{where}</span>
        <span>{formatDate(createdAt)}</span>
      </p>
      {note !== '' && <p className={`han ${styles.words}`}>{note}</p>}
      {records.map(({ id, title }) => (
        <UnstyledButton
          key={id}
          className={`han ${styles.leads} ${styles.words}`}
          onClick={() => followLink(id)}
        >
          {title}
        </UnstyledButton>
      ))}
    </li>
  );
}
