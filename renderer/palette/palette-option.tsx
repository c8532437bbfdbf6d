import { Kbd } from '@mantine/core';
import { IconBookmark, IconCommand, IconHistory, IconSearch, IconTag } from '@tabler/icons-react';
import { commands } from '../app/commands/commands.ts';
import { keysOf } from '../app/shortcuts/shortcuts.ts';
import { useWords } from '../app/words.tsx';
import { kindIcons } from '../ui/kind-icons.ts';
import type { Choice } from './choices.ts';
import styles from './palette.module.css';
import type { RecordEntry } from './use-palette-entries.ts';

type Props = { id: string; choice: Choice; isActive: boolean; onTake: () => void };

/** One line: what it is called, what it is, and its key if it has one. */
export function PaletteOption({ id, choice, isActive, onTake }: Props) {
  const { palette } = useWords();
  const { icon: LineIcon, what, keys } = useLook(choice);
  const isRecent = choice.type === 'entry' && choice.isRecent;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      data-active={isActive || undefined}
      onClick={onTake}
    >
      <LineIcon size={16} stroke={1.5} className={styles.icon} aria-hidden />
      <span className={choice.type === 'entry' ? `han ${styles.label}` : styles.label}>
        {choice.type === 'entry' ? choice.entry.label : palette.search(choice.text.slice(0, 60))}
      </span>
      {isRecent && (
        <IconHistory size={14} stroke={1.5} className={styles.icon} aria-label={palette.recent} />
      )}
      {what !== '' && <span className={styles.what}>{what}</span>}
      {keys !== '' && <Kbd size="xs">{keys}</Kbd>}
    </div>
  );
}

function useLook(choice: Choice) {
  const { kinds, palette } = useWords();
  if (choice.type === 'search') return { icon: IconSearch, what: '', keys: keysOf('search') };
  const { entry } = choice;
  const [type, rest] = splitKey(entry.key);
  if (type === 'command') {
    const shortcut = commands.find(({ id }) => id === rest)?.shortcut;
    const keys = shortcut === undefined ? '' : keysOf(shortcut);
    return { icon: IconCommand, what: palette.command, keys };
  }
  if (type === 'tag') return { icon: IconTag, what: palette.tag, keys: '' };
  if (type === 'saved') return { icon: IconBookmark, what: palette.saved, keys: '' };
  const { kind } = entry as RecordEntry;
  return { icon: kindIcons[kind], what: kinds[kind], keys: '' };
}

/** The type of an entry, and the rest of its key. */
export function splitKey(key: string): [type: string, rest: string] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
}
