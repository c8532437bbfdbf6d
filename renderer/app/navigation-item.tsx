import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import styles from './navigation.module.css';
import { useView, type Place } from './view.tsx';
import { useSpeech } from './words.tsx';

type Props = { icon: Icon; label: string; count?: number; place: Place; isOpen: boolean };

export function NavigationItem({ icon: ItemIcon, label, count, place, isOpen }: Props) {
  const { count: format } = useSpeech();
  const view = useView();
  const isHere = JSON.stringify(view.place) === JSON.stringify(place) && !view.isSearching;
  return (
    <li>
      <Tooltip label={label} position="right" disabled={isOpen} openDelay={200}>
        <UnstyledButton
          className={styles.item}
          // The visible words are the name; only a folded one has none to see.
          aria-label={isOpen ? undefined : label}
          aria-current={isHere ? 'page' : undefined}
          data-pane-focus={isHere || undefined}
          onClick={() => view.go(place)}
        >
          <ItemIcon size={17} stroke={1.5} className={styles.icon} aria-hidden />
          {isOpen && (
            <span className={styles.label} title={label}>
              {label}
            </span>
          )}
          {isOpen && count !== undefined && count > 0 && (
            <span className={styles.count}>{format(count)}</span>
          )}
        </UnstyledButton>
      </Tooltip>
    </li>
  );
}
