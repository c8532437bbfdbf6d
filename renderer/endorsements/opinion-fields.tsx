import { Radio, Textarea } from '@mantine/core';
import { Opinion } from '../../shared/contract/endorsements.ts';
import { useWords } from '../app/words.tsx';
import styles from './endorsements.module.css';

export type OpinionDraft = { opinion: Opinion | null; text: string };
type Props = { title: string; draft: OpinionDraft; onChange: (draft: OpinionDraft) => void };

/** Whether a record is recommended, and what is said of it. */
export function OpinionFields({ title, draft, onChange }: Props) {
  const { endorsements } = useWords();
  return (
    <div className={styles.fields}>
      <Radio.Group
        label={endorsements.opinionOn(title)}
        value={draft.opinion}
        onChange={(value) => onChange({ ...draft, opinion: Opinion.parse(value) })}
      >
        <div className={styles.choices}>
          {Opinion.options.map((opinion) => (
            <Radio key={opinion} value={opinion} label={endorsements.opinions[opinion]} size="xs" />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={5000}
        aria-label={`${endorsements.text} ${title}`}
        placeholder={endorsements.text}
        value={draft.text}
        onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
      />
    </div>
  );
}
