import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import type { SavedSearch } from '../../shared/contract/saved-searches.ts';
import styles from '../app/navigation.module.css';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { useOpenSaved } from './use-open-saved.ts';
import { useSavedSearches } from './use-saved-searches.ts';

/** The saved searches in the navigation, each with how much is new since one last looked. */
export function SavedSearchItems({ isOpen }: { isOpen: boolean }) {
  const { items } = useSavedSearches();
  const { search } = useSpeech().words;
  if (items.length === 0) return null;
  return (
    <section className={styles.group} aria-label={search.savedSearches}>
      {isOpen && <h2 className={styles.groupName}>{search.savedSearches}</h2>}
      <ul className={styles.items}>
        {items.map((item) => (
          <SavedSearchItem key={item.id} item={item} isOpen={isOpen} />
        ))}
      </ul>
    </section>
  );
}

function SavedSearchItem({ item, isOpen }: { item: SavedSearch; isOpen: boolean }) {
  const { words, count } = useSpeech();
  const { query, finding, isSearching } = useView();
  const openSaved = useOpenSaved();
  const { id, name, fresh } = item;
  const isHere = isSearching && finding.saved?.id === id && finding.saved.query === query;
  const label = fresh > 0 ? `${name} · ${words.search.fresh(count(fresh))}` : name;
  const openIt = () => openSaved(item);
  return (
    <li>
      <Tooltip label={label} position="right" openDelay={400}>
        <UnstyledButton
          className={styles.item}
          aria-label={label}
          aria-current={isHere ? 'page' : undefined}
          onClick={openIt}
        >
          <IconBookmark size={17} stroke={1.5} className={styles.icon} aria-hidden />
          {isOpen && <span className={`han ${styles.label}`}>{name}</span>}
          {isOpen && fresh > 0 && <span className={styles.count}>{`+${count(fresh)}`}</span>}
        </UnstyledButton>
      </Tooltip>
    </li>
  );
}
