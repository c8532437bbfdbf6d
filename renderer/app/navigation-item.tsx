import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import styles from './navigation.module.css';
import { useView, type Listing, type Place } from './view.tsx';
import { useSpeech } from './words.tsx';

type Props = {
  icon: Icon;
  label: string;
  count?: number;
  unread?: number;
  place: Place;
  /** The list is narrowed to this at once. */
  where?: Listing['where'];
  isOpen: boolean;
};

export function NavigationItem(props: Props) {
  const { icon: ItemIcon, label, count, unread = 0, place, where, isOpen } = props;
  const { count: format, words } = useSpeech();
  const view = useView();
  const isHere = isSamePlace(view.place, place) && !view.isSearching && where === undefined;
  return (
    <li className={styles.entry}>
      <Tooltip label={label} position="right" disabled={isOpen} openDelay={200}>
        <UnstyledButton
          className={styles.item}
          // The visible words are the name; only a folded one has none to see.
          aria-label={isOpen ? undefined : label}
          aria-current={isHere ? 'page' : undefined}
          data-pane-focus={isHere || undefined}
          onClick={() => {
            view.go(place);
            if (where !== undefined) view.setListing({ where });
          }}
        >
          <ItemIcon size={17} stroke={1.5} className={styles.icon} aria-hidden />
          {isOpen && (
            <span className={styles.label} title={label}>
              {label}
            </span>
          )}
          {isOpen && unread > 0 && (
            <span className={styles.unreadRoom} aria-hidden>
              {format(unread)}
            </span>
          )}
          {isOpen && count !== undefined && count > 0 && (
            <span className={styles.count}>{format(count)}</span>
          )}
        </UnstyledButton>
      </Tooltip>
      {isOpen && unread > 0 && (
        <UnstyledButton
          className={styles.unread}
          // Right of it stands the other number, in figures of seven pixels.
          style={{ right: 18 + 7 * format(count ?? 0).length }}
          aria-label={words.listing.unreadOf(label, format(unread))}
          onClick={() => {
            view.go(place);
            view.setListing({ where: [{ list: 'unread', codes: ['unread'] }] });
          }}
        >
          {format(unread)}
        </UnstyledButton>
      )}
    </li>
  );
}

/** Only lists of records are several places; whatever else is open inside one, it is the same place. */
function isSamePlace(one: Place, other: Place): boolean {
  if (one.at === 'records' && other.at === 'records') return one.kind === other.kind;
  if (one.at === 'library' && other.at === 'library') return one.library === other.library;
  return one.at === other.at;
}
