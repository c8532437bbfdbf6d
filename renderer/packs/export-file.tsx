import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import type { HighestMarking } from '../../shared/contract/packs.ts';
import type { Office } from '../../shared/contract/points.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Chosen } from './export-dialog.tsx';
import { ExportStep } from './export-step.tsx';
import styles from './export.module.css';
import view from './verification-view.module.css';

type Props = {
  records: readonly Chosen[];
  office: Office;
  marking: HighestMarking;
  failure: FailureData | undefined;
  onBack: () => void;
  onClose: () => void;
  onExport: (file: string) => Promise<void>;
};

/** The last step says exactly what is going to leave, and to whom; of marked material it asks once more. */
export function ExportFile({
  records,
  office,
  marking,
  failure,
  onBack,
  onClose,
  onExport,
}: Props) {
  const { words, count } = useSpeech();
  const { kinds, packs, preflight } = words;
  const [file, setFile] = useState<string | null>(null);
  const [isSure, setSure] = useState(false);
  const isAsked = marking === 'internal' || marking === 'work-secret';
  const name = words.fields.markings[marking];
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
      step={4}
      isReady={file !== null && (isSure || !isAsked)}
      nextLabel={packs.exportNow}
      onBack={onBack}
      onNext={() => file !== null && void onExport(file)}
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
      <section className={styles.section} aria-label={packs.file}>
        <h3 className={styles.name}>{packs.file}</h3>
        <div className={view.path}>
          <Button variant="default" onClick={chooseFile}>
            {packs.chooseFile}
          </Button>
          {file !== null && <span>{file}</span>}
        </div>
      </section>
      {isAsked && (
        <>
          <Notice tone="care">{preflight.markingTitle(name)}</Notice>
          <Checkbox
            label={preflight.markingAsk(name, office.name)}
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
        </>
      )}
      {choose.failure !== undefined && <FailureNotice failure={choose.failure} />}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {failure?.code === 'cancelled' && <p className={styles.text}>{packs.stopped}</p>}
    </ExportStep>
  );
}
