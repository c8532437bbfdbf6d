import { UnstyledButton } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import type { Provenance } from '../../shared/contract/records.ts';
import type { Standing } from '../../shared/templates/record-fields.ts';
import { formatDate, formatInstant } from '../../shared/i18n/format.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { Notice } from '../ui/notice.tsx';
import { Fingerprint } from '../points/fingerprint.tsx';
import styles from './inbox.module.css';

type Props = {
  provenance: Provenance;
  /** What became of a notice or a call. */
  standing: Standing | null;
};

/** From whom, when, under which number; the rest unfolds. */
export function ProvenanceLine({ provenance, standing }: Props) {
  const { endorsements, guidance, inbox } = useWords();
  const { open } = useView();
  const { senderName, receivedAt, sequence, revision, note, regarding, forwardedBy } = provenance;
  const number = inbox.packNumber(provenance.packKind, sequence);
  return (
    <section className={styles.provenance} aria-label={inbox.provenance}>
      {standing !== null && (
        <Notice tone="care" title={guidance.standings[standing]}>
          {standing === 'closed' ? guidance.standingClosed : guidance.standingWithdrawn}
        </Notice>
      )}
      <details>
        <summary className={styles.origin}>
          <IconMailOpened size={16} stroke={1.5} className={styles.icon} aria-hidden />
          <span>
            {inbox.from(senderName, formatDate(receivedAt), number, revision)}
            {forwardedBy !== null && ` · ${endorsements.forwardedBy(forwardedBy)}`}
          </span>
        </summary>
        <dl className={styles.facts}>
          <dt>{inbox.kind}</dt>
          <dd>{inbox.packKinds[provenance.packKind]}</dd>
          <dt>{inbox.sentAt}</dt>
          <dd>{formatInstant(provenance.createdAt)}</dd>
          <dt>{inbox.receivedAt}</dt>
          <dd>{formatInstant(receivedAt)}</dd>
          <dt>{inbox.signedBy}</dt>
          <dd>
            <Fingerprint groups={provenance.senderFingerprint} />
          </dd>
          {provenance.originalFingerprint !== null && (
            <>
              <dt>{endorsements.originalFingerprint}</dt>
              <dd>
                <Fingerprint groups={provenance.originalFingerprint} />
              </dd>
            </>
          )}
          {note !== '' && (
            <>
              <dt>{inbox.note}</dt>
              <dd className={`han ${styles.note}`}>{note}</dd>
            </>
          )}
        </dl>
      </details>
      {regarding.length > 0 && (
        <p className={styles.regarding}>
          <span>{inbox.regarding}</span>
          {regarding.map(({ id, title }) => (
            <UnstyledButton
              key={id}
              className={`han ${styles.link}`}
              onClick={() => open({ id, terms: [], section: null })}
            >
              {title}
            </UnstyledButton>
          ))}
        </p>
      )}
    </section>
  );
}
