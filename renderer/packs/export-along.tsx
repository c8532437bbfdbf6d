import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { Office } from '../../shared/contract/points.ts';
import { formatSize } from '../../shared/i18n/format.ts';
import { useSpeech } from '../app/words.tsx';
import { figuresOf, type Additions } from './export-additions.tsx';
import styles from './export.module.css';

type Props = {
  office: Office;
  additions: Additions;
  attached: ReadonlyMap<AttachmentId, number>;
  mayBring: boolean;
};

/** What goes beside the records, and who can open it; the records themselves are shown below. */
export function ExportAlong({ office, additions, attached, mayBring }: Props) {
  const { words, count } = useSpeech();
  const { packs } = words;
  const figures = mayBring ? (figuresOf(additions) ?? []) : [];
  const size = [...attached.values()].reduce((sum, bytes) => sum + bytes, 0);
  const note = additions.note.trim();
  return (
    <section className={styles.along} aria-label={packs.leaving}>
      <p>{packs.opensFor(office.name)}</p>
      <p className={styles.text}>
        {attached.size === 0
          ? packs.attachmentsNone
          : packs.attachmentsChosen(count(attached.size), formatSize(size))}
      </p>
      {figures.length > 0 && (
        <p className={styles.text}>
          {packs.figuresOf(figures.map(({ period }) => period).join('、'))}
        </p>
      )}
      {note !== '' && <p className={`han ${styles.words}`}>{packs.noteOf(note)}</p>}
    </section>
  );
}
