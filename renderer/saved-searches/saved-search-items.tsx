import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import type { SavedSearch } from '../../shared/contract/saved-searches.ts';
import { callCommand } from '../api/use-command.ts';
import styles from '../app/navigation.module.css';
import { scopeOfKinds } from '../search/scopes.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
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
  const { query, finding, search, setFinding, isSearching } = useView();
  const { id, name, question, seenAt, fresh } = item;
  const isHere = isSearching && finding.saved?.id === id && finding.saved.query === query;
  const label = fresh > 0 ? `${name} · ${words.search.fresh(count(fresh))}` : name;
  const openIt = () => {
    search(question.query);
    setFinding({
      scope: scopeOfKinds(question.kinds),
      where: question.where,
      order: question.order,
      saved: { id, query: question.query, seenAt },
    });
    callCommand('savedSearches.see', { id }).catch(() => undefined);
  };
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
