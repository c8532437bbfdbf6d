import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useView } from '../../app/view.tsx';
import { useWords } from '../../app/words.tsx';
import styles from './listing.module.css';

/** What lies in the trash is in no index; its titles, numbers, keywords and tags can be looked through here. */
export function TrashSearch() {
  const { listing: words } = useWords();
  const { listing, setListing } = useView();
  return (
    <div className={styles.find}>
      <TextInput
        size="xs"
        maw={420}
        aria-label={words.findInTrash}
        placeholder={words.findInTrashHint}
        leftSection={<IconSearch size={14} stroke={1.5} aria-hidden />}
        rightSection={
          listing.words === '' ? null : (
            <CloseButton
              size="xs"
              aria-label={words.clear}
              onClick={() => setListing({ words: '' })}
            />
          )
        }
        maxLength={200}
        value={listing.words}
        onChange={(event) => setListing({ words: event.currentTarget.value })}
      />
    </div>
  );
}
