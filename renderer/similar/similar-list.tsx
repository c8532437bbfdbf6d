import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import type { SimilarRecord } from '../../shared/contract/similar.ts';
import { useSpeech } from '../app/words.tsx';
import { reasonsOf } from './reasons.ts';
import styles from './similar.module.css';

type Props = {
  items: readonly SimilarRecord[];
  onOpen: (item: SimilarRecord) => void;
  /** Not offered where nothing is open to stand beside. */
  onBeside: ((item: SimilarRecord) => void) | null;
};

/** Similar records, the most similar first, each with the reasons why. */
export function SimilarList({ items, onOpen, onBeside }: Props) {
  const { words, language } = useSpeech();
  const { kinds, similar } = words;
  return (
    <ol className={styles.items} aria-label={similar.title}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <div className={styles.top}>
            <UnstyledButton className={`han ${styles.title}`} onClick={() => onOpen(item)}>
              {item.title}
            </UnstyledButton>
            {onBeside !== null && (
              <Tooltip label={similar.besideHint}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={similar.beside(item.title)}
                  onClick={() => onBeside(item)}
                >
                  <IconColumns2 size={16} stroke={1.5} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
          <p className={styles.why}>
            <span className={styles.kind}>{kinds[item.kind]}</span>
            {reasonsOf(item.reasons, words, language).join(similar.reasons)}
          </p>
        </li>
      ))}
    </ol>
  );
}
