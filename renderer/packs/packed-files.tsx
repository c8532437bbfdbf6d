import type { PackContent } from '../../shared/contract/packs.ts';
import { formatSize } from '../../shared/i18n/format.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './verification-view.module.css';

/** The files that a record in a pack has with it, by name and size. */
export function PackedFiles({ record }: { record: PackContent }) {
  const { words, count } = useSpeech();
  if (record.attachments.length === 0) return null;
  return (
    <ul
      className={styles.files}
      aria-label={words.packs.attachmentsOf(count(record.attachments.length))}
    >
      {record.attachments.map(({ name, sizeInBytes }) => (
        <li key={name}>
          <bdi>{name}</bdi>
          <span className={styles.fileSize}>{formatSize(sizeInBytes)}</span>
        </li>
      ))}
    </ul>
  );
}
