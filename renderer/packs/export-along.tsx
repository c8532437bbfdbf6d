import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { OwnFigures } from '../../shared/contract/packs.ts';
import type { Office } from '../../shared/contract/points.ts';
import { formatSize } from '../../shared/i18n/format.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './export.module.css';

type Props = {
  office: Office;
  note: string;
  figures: readonly OwnFigures[];
  attached: ReadonlyMap<AttachmentId, number>;
};

/** What goes beside the records, and who can open it; the records themselves are shown below. */
export function ExportAlong({ office, note, figures, attached }: Props) {
  const { words, count } = useSpeech();
  const { packs } = words;
  const size = [...attached.values()].reduce((sum, bytes) => sum + bytes, 0);
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
