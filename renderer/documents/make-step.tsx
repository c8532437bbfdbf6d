import { Button, Checkbox, Group, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import type { HighestMarking } from '../../shared/contract/packs.ts';
import { printedMarkings } from '../../shared/documents/official-paper.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../app/words.tsx';
import styles from '../packs/export.module.css';
import view from '../packs/verification-view.module.css';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { DocumentStep } from './document-step.tsx';

export const forms = ['word', 'pdf', 'paper'] as const;
export type Form = (typeof forms)[number];
/** `file`: null for paper. */
export type Made = { form: Form; date: string | null; file: string | null };
const endings = { word: 'docx', pdf: 'pdf', paper: null } as const;
type Props = {
  count: number;
  marking: HighestMarking;
  failure: FailureData | undefined;
  onBack: () => void;
  onClose: () => void;
  onMake: (made: Made) => void;
};

const aDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** The last step says exactly what is going to leave; of marked material it asks once more. */
export function MakeStep({ count, marking, failure, onBack, onClose, onMake }: Props) {
  const { words, count: inWords } = useSpeech();
  const { documents, fields } = words;
  const [form, setForm] = useState<Form>('word');
  const [isSigned, setSigned] = useState(true);
  const [date, setDate] = useState(() => formatDate(Date.now()));
  const [file, setFile] = useState<string | null>(null);
  const [isSure, setSure] = useState(false);
  const choose = useCommand('window.chooseNewFile');
  const isHigher = printedMarkings[marking] !== '';
  const isDay = aDay.test(date);
  const chooseFile = async () => {
    const answer = await choose.run({
      title: documents.chooseFileTitle,
      name: documents.fileName(formatDate(Date.now())),
      extension: endings[form],
    });
    if (answer?.file !== undefined && answer.file !== null) setFile(answer.file);
  };
  return (
    <DocumentStep
      step={3}
      isReady={(file !== null || form === 'paper') && (isSure || !isHigher) && (isDay || !isSigned)}
      nextLabel={form === 'paper' ? documents.print : documents.make}
      onBack={onBack}
      onNext={() => onMake({ form, date: isSigned ? date : null, file })}
      onClose={onClose}
    >
      <section className={styles.section} aria-label={documents.summary}>
        <h3 className={styles.name}>{documents.summary}</h3>
        <p className={styles.text}>{documents.summaryText(inWords(count))}</p>
      </section>
      <Radio.Group
        label={documents.form}
        value={form}
        onChange={(value) => {
          setForm(forms.find((one) => one === value) ?? 'word');
          // A name with the other ending.
          setFile(null);
        }}
      >
        <Group gap={24} mt={8}>
          {forms.map((one) => (
            <Radio key={one} value={one} label={documents.forms[one]} />
          ))}
        </Group>
      </Radio.Group>
      <section className={styles.section} aria-label={documents.sign}>
        <Checkbox
          label={documents.sign}
          checked={isSigned}
          onChange={(event) => setSigned(event.currentTarget.checked)}
        />
        {isSigned && (
          <TextInput
            label={documents.date}
            value={date}
            maxLength={10}
            w={180}
            error={isDay ? undefined : documents.dateInvalid}
            onChange={(event) => setDate(event.currentTarget.value.trim())}
          />
        )}
      </section>
      {form !== 'paper' && (
        <section className={styles.section} aria-label={documents.file}>
          <h3 className={styles.name}>{documents.file}</h3>
          <div className={view.path}>
            <Button variant="default" onClick={chooseFile}>
              {documents.chooseFile}
            </Button>
            {file !== null && <span>{file}</span>}
          </div>
        </section>
      )}
      {isHigher && (
        <>
          <Notice tone="care">{documents.marked(printedMarkings[marking])}</Notice>
          <Checkbox
            label={documents.markingAsk(fields.markings[marking])}
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
        </>
      )}
      {choose.failure !== undefined && <FailureNotice failure={choose.failure} />}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </DocumentStep>
  );
}
