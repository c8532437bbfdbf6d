import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { MarkList, type Library, type RecordKind } from '../../../shared/contract/records.ts';
import { useQuery } from '../../api/use-query.ts';
import { useView } from '../../app/view.tsx';
import { useSpeech } from '../../app/words.tsx';
import { hasFilter, markName, withFilter } from './filters.ts';
import styles from './listing.module.css';

type Props = { kinds: RecordKind[]; library: Library; trashed: boolean };

/** What is on the records of this place, with how many have it; what is ticked filters. */
export function FilterButton({ kinds, library, trashed }: Props) {
  const { words, language, count } = useSpeech();
  const { fields, listNames } = words;
  const { listing, setListing } = useView();
  const [isOpen, setOpen] = useState(false);
  const marks =
    useQuery('records.marks', { kinds, library, trashed }, { isEnabled: isOpen }).data?.marks ?? [];
  // A place of one kind need not say so.
  const lists = MarkList.options.filter(
    (list) =>
      // Calls lead to what was written for them; here each would be a number.
      list !== 'call' &&
      !(list === 'kind' && kinds.length === 1) &&
      marks.some((mark) => mark.list === list),
  );
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={288} trapFocus>
      <Popover.Target>
        <Tooltip label={fields.filter}>
          <ActionIcon
            variant={listing.where.length > 0 ? 'light' : 'subtle'}
            color={listing.where.length > 0 ? 'accent' : 'gray'}
            size={28}
            aria-label={fields.filter}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <IconFilter size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={styles.filters ?? ''} aria-label={fields.filter}>
        {lists.length === 0 && <p className={styles.none}>{fields.filterNone}</p>}
        {lists.map((list) => (
          <fieldset key={list} className={styles.list}>
            <legend className={styles.legend}>{listNames[list]}</legend>
            {marks
              .filter((mark) => mark.list === list)
              .map(({ code, count: number }) => (
                <div key={code} className={styles.choice}>
                  <Checkbox
                    size="xs"
                    label={markName(list, code, language)}
                    checked={hasFilter(listing.where, list, code)}
                    onChange={(event) =>
                      setListing({
                        where: withFilter(listing.where, list, code, event.currentTarget.checked),
                      })
                    }
                  />
                  <span className={styles.number}>{count(number)}</span>
                </div>
              ))}
          </fieldset>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
