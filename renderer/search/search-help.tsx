import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../app/words.tsx';
import styles from './search-help.module.css';

/** How queries are written, by examples that can be tried. */
export function SearchHelp({ onTry }: { onTry: (query: string) => void }) {
  const { search } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={520}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={search.help}
          title={search.help}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconHelp size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.help ?? ''} aria-label={search.help}>
        <p className={styles.title}>{search.help}</p>
        <p className={styles.text}>{search.helpText}</p>
        <ul className={styles.examples}>
          {search.helpExamples.map(([example = '', meaning = '']) => (
            <li key={example}>
              <UnstyledButton
                className={styles.example}
                onClick={() => {
                  setOpen(false);
                  onTry(example);
                }}
              >
                <code className={styles.query}>{example}</code>
                <span>{meaning}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
