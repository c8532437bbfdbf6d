import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { FailureData } from '../../shared/contract/index.ts';
import type { Office } from '../../shared/contract/points.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { ExportAttachments } from './export-attachments.tsx';
import type { Chosen } from './export-dialog.tsx';
import { ExportStep } from './export-step.tsx';
import styles from './export.module.css';
import view from './verification-view.module.css';

type Props = {
  records: readonly Chosen[];
  office: Office;
  failure: FailureData | undefined;
  onBack: () => void;
  onClose: () => void;
  onExport: (file: string, attachmentIds: AttachmentId[]) => Promise<void>;
};

/** The last step says exactly what is going to leave, to whom, and that it must be invented material. */
export function ExportFile({ records, office, failure, onBack, onClose, onExport }: Props) {
  const { words, count } = useSpeech();
  const { kinds, packs } = words;
  const [file, setFile] = useState<string | null>(null);
  const [attached, setAttached] = useState<ReadonlyMap<AttachmentId, number>>(new Map());
  const [isInvented, setInvented] = useState(false);
  const choose = useCommand('window.chooseNewFile');
  const chooseFile = async () => {
    const answer = await choose.run({
      title: packs.chooseFileTitle,
      name: packs.fileName(office.name, formatDate(Date.now())),
      extension: 'jzpack',
    });
    if (answer?.file !== undefined && answer.file !== null) setFile(answer.file);
  };
  return (
    <ExportStep
      step={2}
      isReady={file !== null && isInvented}
      nextLabel={packs.exportNow}
      onBack={onBack}
      onNext={() => file !== null && void onExport(file, [...attached.keys()])}
      onClose={onClose}
    >
      <section className={styles.section} aria-label={packs.summary}>
        <h3 className={styles.name}>{packs.summary}</h3>
        <p className={styles.text}>{packs.summaryText(count(records.length), office.name)}</p>
        <ul className={styles.leaving}>
          {records.map((record) => (
            <li key={record.id}>
              <span className={styles.title}>{record.title}</span>
              <span className={styles.kind}>{kinds[record.kind]}</span>
            </li>
          ))}
        </ul>
      </section>
      <ExportAttachments records={records} chosen={attached} onChange={setAttached} />
      <section className={styles.section} aria-label={packs.file}>
        <h3 className={styles.name}>{packs.file}</h3>
        <div className={view.path}>
          <Button variant="default" onClick={chooseFile}>
            {packs.chooseFile}
          </Button>
          {file !== null && <span>{file}</span>}
        </div>
      </section>
      <Notice tone="care">{packs.inventedOnly}</Notice>
      <Checkbox
        label={packs.acknowledge}
        checked={isInvented}
        onChange={(event) => setInvented(event.currentTarget.checked)}
      />
      {choose.failure !== undefined && <FailureNotice failure={choose.failure} />}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {failure?.code === 'cancelled' && <p className={styles.text}>{packs.stopped}</p>}
    </ExportStep>
  );
}
