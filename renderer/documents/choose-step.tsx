import { Checkbox } from '@mantine/core';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { RecordSummary } from '../../shared/contract/records.ts';
import { formatSize } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import styles from '../packs/export.module.css';
import { ApprovalNotice } from '../review/approval-notice.tsx';
import { useUnapproved } from '../review/use-unapproved.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { DocumentStep } from './document-step.tsx';

export type Chosen = Pick<RecordSummary, 'id' | 'kind' | 'title'>;
const MOST = 200;

type Props = {
  records: readonly Chosen[];
  pictures: ReadonlySet<AttachmentId>;
  onChange: (pictures: ReadonlySet<AttachmentId>) => void;
  onNext: () => void;
  onClose: () => void;
};

/** The first step: what goes into the document, whether it may, and which of its pictures are shown. */
export function ChooseStep({ records, pictures, onChange, onNext, onClose }: Props) {
  const { words, count } = useSpeech();
  const { documents, kinds } = words;
  const approval = useUnapproved(records.map(({ id }) => id));
  const isPossible = records.length > 0 && records.length <= MOST;
  if (records.length === 0) {
    return (
      <DocumentStep step={0} isReady={false} onNext={onNext} onClose={onClose}>
        <Notice tone="care">{documents.none}</Notice>
      </DocumentStep>
    );
  }
  return (
    <DocumentStep
      step={0}
      isReady={isPossible && approval.isReady}
      onNext={onNext}
      onClose={onClose}
    >
      <section className={styles.section} aria-label={documents.records}>
        <h3 className={styles.name}>{documents.records}</h3>
        {records.length > 1 && (
          <p className={styles.text}>
            {records.length > MOST ? documents.tooMany : documents.order}
          </p>
        )}
        <ul className={styles.leaving}>
          {records.map((record) => (
            <li key={record.id}>
              <span className={styles.title}>{record.title}</span>
              <span className={styles.kind}>{kinds[record.kind]}</span>
            </li>
          ))}
        </ul>
        <ApprovalNotice state={approval} />
      </section>
      {isPossible && (
        <Pictures records={records} chosen={pictures} onChange={onChange} count={count} />
      )}
    </DocumentStep>
  );
}

type PicturesProps = {
  records: readonly Chosen[];
  chosen: ReadonlySet<AttachmentId>;
  onChange: (chosen: ReadonlySet<AttachmentId>) => void;
  count: (value: number) => string;
};

function Pictures({ records, chosen, onChange, count }: PicturesProps) {
  const { documents } = useSpeech().words;
  const recordIds = records.map(({ id }) => id);
  const { data, failure } = useQuery('documents.pictures', { recordIds });
  if (failure !== undefined) return <FailureNotice failure={failure} />;
  if (data === undefined || data.items.length + data.others === 0) return null;
  const size = data.items
    .filter(({ id }) => chosen.has(id))
    .reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0);
  const change = (id: AttachmentId, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <section className={styles.section} aria-label={documents.pictures}>
      <h3 className={styles.name}>{documents.pictures}</h3>
      <p className={styles.text} role="status">
        {chosen.size === 0
          ? documents.noPictures
          : documents.picturesChosen(count(chosen.size), formatSize(size))}
      </p>
      {data.items.length > 0 && (
        <div className={styles.files}>
          <div className={styles.ofRecord}>
            {data.items.map((picture) => (
              <div key={picture.id} className={styles.ofFile}>
                <Checkbox
                  label={<bdi>{picture.name}</bdi>}
                  checked={chosen.has(picture.id)}
                  onChange={(event) => change(picture.id, event.currentTarget.checked)}
                />
                <span className={styles.kind}>{formatSize(picture.sizeInBytes)}</span>
              </div>
            ))}
          </div>
        </div>
      )}
      {data.others > 0 && (
        <p className={styles.text}>{documents.otherPictures(count(data.others))}</p>
      )}
    </section>
  );
}
