import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import type { HighestMarking } from '../../shared/contract/packs.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../app/words.tsx';
import type { Chosen } from '../packs/export-dialog.tsx';
import { ExportStep } from '../packs/export-step.tsx';
import styles from '../packs/export.module.css';
import view from '../packs/verification-view.module.css';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Addressed } from './guide-offices.tsx';
import { useRecipients } from './use-recipients.ts';

type Props = {
  records: readonly Chosen[];
  addressed: Addressed;
  marking: HighestMarking;
  failure: FailureData | undefined;
  onBack: () => void;
  onClose: () => void;
  onWrite: (file: string) => Promise<void>;
};

/** The last step says exactly what is going to leave, and to whom; of marked material it asks once more. */
export function GuideFile({ records, addressed, marking, failure, onWrite, ...props }: Props) {
  const { words, count } = useSpeech();
  const { guidance, inbox, kinds, packs, preflight } = words;
  const { offices } = useRecipients();
  const [file, setFile] = useState<string | null>(null);
  const [isSure, setSure] = useState(false);
  const choose = useCommand('window.chooseNewFile');
  const { note, regarding, to } = addressed;
  const recipients = to === null ? offices : offices.filter(({ id }) => to.includes(id));
  const number = count(recipients.length);
  const isAsked = marking === 'internal' || marking === 'work-secret';
  const name = words.fields.markings[marking];
  const chooseFile = async () => {
    const answer = await choose.run({
      title: packs.chooseFileTitle,
      name: guidance.fileName(formatDate(Date.now())),
      extension: 'jzpack',
    });
    if (answer?.file !== undefined && answer.file !== null) setFile(answer.file);
  };
  return (
    <ExportStep
      {...props}
      step={4}
      isReady={file !== null && (isSure || !isAsked)}
      nextLabel={packs.exportNow}
      onNext={() => file !== null && void onWrite(file)}
    >
      <section className={styles.section} aria-label={packs.summary}>
        <h3 className={styles.name}>{packs.summary}</h3>
        <p className={styles.text}>
          {records.length === 0
            ? guidance.onlyNote(number)
            : guidance.summaryText(count(records.length), number)}
        </p>
        {records.length > 0 && (
          <ul className={styles.leaving}>
            {records.map((record) => (
              <li key={record.id}>
                <span className={styles.title}>{record.title}</span>
                <span className={styles.kind}>{kinds[record.kind]}</span>
              </li>
            ))}
          </ul>
        )}
        <h3 className={styles.name}>{guidance.recipients}</h3>
        <ul className={styles.leaving}>
          {recipients.map((office) => (
            <li key={office.id}>{office.name}</li>
          ))}
        </ul>
        {regarding.length > 0 && (
          <>
            <h3 className={styles.name}>{guidance.regarded}</h3>
            <ul className={styles.leaving}>
              {regarding.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </>
        )}
        {note.trim() !== '' && (
          <>
            <h3 className={styles.name}>{inbox.note}</h3>
            <p className={`han ${styles.text}`}>{note}</p>
          </>
        )}
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
            label={preflight.markingAsk(name, recipients.map((office) => office.name).join('、'))}
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
