import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { SourceId } from '../../../shared/contract/sources.ts';
import type { CitedItems } from '../../../shared/document/citations.ts';
import { useQuery } from '../../api/use-query.ts';
import { useWords } from '../../app/words.tsx';
import styles from './citations.module.css';

type Props = { items: CitedItems; onChange: (items: CitedItems) => void };

/** The sources of one citation, each with its page or article. */
export function ChosenSources({ items, onChange }: Props) {
  const { citations } = useWords();
  const ids = items.map(({ sourceId }) => SourceId.parse(sourceId));
  const { data } = useQuery('sources.entries', { ids }, { isEnabled: ids.length > 0 });
  if (items.length === 0) return null;
  const titles = new Map<string, string>(data?.entries.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? (data === undefined ? '' : citations.missing);
  const setLocator = (at: number, locator: string) =>
    onChange(items.map((item, place) => (place === at ? { ...item, locator } : item)));
  return (
    <ul className={styles.chosen} aria-label={citations.chosen}>
      {items.map(({ sourceId, locator }, at) => (
        <li key={`${sourceId} ${String(at)}`} className={styles.chosenRow}>
          <span className={`han ${styles.chosenTitle}`}>{titleOf(sourceId)}</span>
          <TextInput
            size="xs"
            className={styles.locator ?? ''}
            aria-label={citations.locatorOf(titleOf(sourceId))}
            placeholder={citations.locator}
            maxLength={200}
            value={locator ?? ''}
            onChange={(event) => setLocator(at, event.currentTarget.value)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={citations.removeChosen(titleOf(sourceId))}
            onClick={() => onChange(items.filter((_item, place) => place !== at))}
          >
            <IconX size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
