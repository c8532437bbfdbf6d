import { Menu, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCheck } from '@tabler/icons-react';
import type { RecordOrder } from '../../../shared/contract/records.ts';
import { useView } from '../../app/view.tsx';
import { useWords } from '../../app/words.tsx';
import styles from './listing.module.css';

const choices: { order: RecordOrder; isDescending: boolean }[] = [
  { order: 'changed', isDescending: true },
  { order: 'changed', isDescending: false },
  { order: 'created', isDescending: true },
  { order: 'created', isDescending: false },
  { order: 'title', isDescending: false },
  { order: 'title', isDescending: true },
  { order: 'status', isDescending: false },
  { order: 'characters', isDescending: true },
  { order: 'completeness', isDescending: true },
];

/** What the list is sorted by, and which way. */
export function SortMenu() {
  const { fields } = useWords();
  const { listing, setListing } = useView();
  const nameOf = ({ order, isDescending }: (typeof choices)[number]) => {
    if (order === 'title') return isDescending ? fields.titleBackward : fields.titleForward;
    if (order !== 'changed' && order !== 'created') return fields.order[order];
    const way = isDescending ? fields.newestFirst : fields.oldestFirst;
    return `${fields.order[order]} · ${way}`;
  };
  const Arrow = listing.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={styles.sort}
          aria-label={`${fields.sort} ${fields.order[listing.order]}`}
        >
          {fields.order[listing.order]}
          <Arrow size={13} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => {
          const isOn =
            choice.order === listing.order && choice.isDescending === listing.isDescending;
          return (
            <Menu.Item
              key={nameOf(choice)}
              aria-current={isOn || undefined}
              rightSection={isOn ? <IconCheck size={15} stroke={1.75} aria-hidden /> : null}
              onClick={() => setListing(choice)}
            >
              {nameOf(choice)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
