import { Checkbox } from '@mantine/core';
import type { Attachment, AttachmentId } from '../../shared/contract/attachments.ts';
import { formatSize } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import type { Chosen } from './export-dialog.tsx';
import styles from './export.module.css';

type Sizes = ReadonlyMap<AttachmentId, number>;
type Props = {
  records: readonly Chosen[];
  /** Those that go along, with their sizes in bytes. */
  chosen: Sizes;
  onChange: (chosen: Sizes) => void;
};

/** Which files go along, record by record. None unless somebody says so. */
export function ExportAttachments({ records, chosen, onChange }: Props) {
  const { words, count } = useSpeech();
  const { packs } = words;
  const recordIds = records.map(({ id }) => id);
  const { data, failure } = useQuery('attachments.ofRecords', { recordIds, limit: 500 });
  if (failure !== undefined) return <FailureNotice failure={failure} />;
  if (data === undefined || data.total === 0) return null;
  const size = [...chosen.values()].reduce((sum, bytes) => sum + bytes, 0);
  const change = (files: readonly Attachment[], isChosen: boolean) => {
    const next = new Map(chosen);
    for (const { id, sizeInBytes } of files) {
      if (isChosen) next.set(id, sizeInBytes);
      else next.delete(id);
    }
    onChange(next);
  };
  const hidden = data.total - data.items.length;
  return (
    <section className={styles.section} aria-label={packs.attachments}>
      <h3 className={styles.name}>{packs.attachments}</h3>
      <p className={styles.text} role="status">
        {chosen.size === 0
          ? packs.attachmentsNone
          : packs.attachmentsChosen(count(chosen.size), formatSize(size))}
      </p>
      <div className={styles.files}>
        {records.map((record) => (
          <Files
            key={record.id}
            record={record}
            files={data.items.filter(({ recordId }) => recordId === record.id)}
            chosen={chosen}
            onChange={change}
          />
        ))}
      </div>
      {hidden > 0 && <p className={styles.text}>{packs.attachmentsHidden(count(hidden))}</p>}
    </section>
  );
}

type FilesProps = {
  record: Chosen;
  files: readonly Attachment[];
  chosen: Sizes;
  onChange: (files: readonly Attachment[], isChosen: boolean) => void;
};

function Files({ record, files, chosen, onChange }: FilesProps) {
  const taken = files.filter(({ id }) => chosen.has(id)).length;
  if (files.length === 0) return null;
  return (
    <div className={styles.ofRecord} role="group" aria-label={record.title}>
      <Checkbox
        label={record.title}
        checked={taken === files.length}
        indeterminate={taken > 0 && taken < files.length}
        onChange={(event) => onChange(files, event.currentTarget.checked)}
      />
      {files.map((file) => (
        <div key={file.id} className={styles.ofFile}>
          <Checkbox
            label={<bdi>{file.name}</bdi>}
            checked={chosen.has(file.id)}
            onChange={(event) => onChange([file], event.currentTarget.checked)}
          />
          <span className={styles.kind}>{formatSize(file.sizeInBytes)}</span>
        </div>
      ))}
    </div>
  );
}
