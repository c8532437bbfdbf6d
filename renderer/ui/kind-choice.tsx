import { Radio } from '@mantine/core';
import type { RecordKind } from '../../shared/contract/records.ts';
import { useWords } from '../app/words.tsx';
import { kindIcons } from './kind-icons.ts';
import styles from './kind-choice.module.css';

type Props = {
  label: string;
  kinds: readonly RecordKind[];
  value: RecordKind;
  onChange: (kind: RecordKind) => void;
};

/** The kinds side by side, each with the line that says what it is for. Arrow keys move. */
export function KindChoice({ label, kinds, value, onChange }: Props) {
  const words = useWords();
  return (
    <Radio.Group label={label} value={value} onChange={(kind) => onChange(kind as RecordKind)}>
      <div className={styles.kinds}>
        {kinds.map((kind) => {
          const KindIcon = kindIcons[kind];
          return (
            <Radio.Card key={kind} value={kind} className={styles.kind ?? ''}>
              <KindIcon size={18} stroke={1.5} className={styles.icon} aria-hidden />
              <span className={styles.text}>
                <span className={styles.name}>{words.kinds[kind]}</span>
                <span className={styles.purpose}>{words.kindPurposes[kind]}</span>
              </span>
            </Radio.Card>
          );
        })}
      </div>
    </Radio.Group>
  );
}
