import type { Verification } from '../../shared/contract/packs.ts';
import { formatDate, formatInstant, formatSize } from '../../shared/i18n/format.ts';
import { useSpeech } from '../app/words.tsx';
import { Fingerprint } from '../points/fingerprint.tsx';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { PackedFiles } from './packed-files.tsx';
import styles from './verification-view.module.css';

/** What was found about a pack, in words first and then in facts. */
export function VerificationView({ verification }: { verification: Verification }) {
  const { words, count } = useSpeech();
  const { endorsements, fields, kinds, packs } = words;
  const found = verification;
  const sentence =
    found.role === 'sender'
      ? packs.verifiedSender
      : packs.verifiedRecipient(
          found.senderName,
          found.senderEnrolledAt === null ? '' : formatDate(found.senderEnrolledAt),
        );
  return (
    <div className={styles.view} role="group" aria-label={packs.verifiedTitle}>
      <Notice tone="good" title={packs.verifiedTitle}>
        {sentence}
      </Notice>
      {found.audit?.isInTrail === false && (
        <Notice tone="care" title={packs.trailDiffers}>
          {packs.trailDiffersText}
        </Notice>
      )}
      <Facts
        facts={[
          { name: packs.sender, value: found.senderName },
          {
            name: packs.senderFingerprint,
            value: <Fingerprint groups={found.senderFingerprint} />,
          },
          ...(found.original === null
            ? []
            : [
                {
                  name: endorsements.original,
                  value: endorsements.originalText(
                    found.original.senderName,
                    found.original.sequence,
                    formatDate(found.original.createdAt),
                  ),
                },
              ]),
          { name: packs.recipient, value: found.recipientNames.join('、') },
          { name: packs.sequence, value: packs.number(found.sequence) },
          { name: fields.highestMarking, value: fields.markings[found.highestMarking] },
          { name: packs.createdAt, value: formatInstant(found.createdAt) },
          {
            name: packs.contents,
            value: (
              <ul className={styles.contents}>
                {found.contents.map((record) => (
                  <li key={record.id}>
                    {`${record.title}（${kinds[record.kind]} · ${packs.revisionOf(record.revision)}）`}
                    <PackedFiles record={record} />
                  </li>
                ))}
              </ul>
            ),
          },
          {
            name: packs.payload,
            value: packs.payloadSize(count(found.payloadFiles), formatSize(found.payloadBytes)),
          },
          { name: packs.packId, value: <span className={styles.code}>{found.packId}</span> },
          { name: packs.hash, value: <span className={styles.code}>{found.hash}</span> },
          ...(found.audit === null
            ? []
            : [
                {
                  name: packs.auditHead,
                  value: (
                    <>
                      {packs.auditLines(count(found.audit.lines))}
                      <span className={styles.code}>{found.audit.hash}</span>
                    </>
                  ),
                },
              ]),
        ]}
      />
    </div>
  );
}
