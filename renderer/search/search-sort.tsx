import { Menu, UnstyledButton } from '@mantine/core';
import { IconArrowsSort, IconCheck } from '@tabler/icons-react';
import { SearchOrder } from '../../shared/contract/search.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import listing from '../records/listing/listing.module.css';

/** What the hits are sorted by. */
export function SearchSort() {
  const { search } = useWords();
  const { finding, setFinding } = useView();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={listing.sort}
          aria-label={`${search.sort} ${search.orders[finding.order]}`}
          title={`${search.sort} · ${search.orders[finding.order]}`}
        >
          <IconArrowsSort size={16} stroke={1.5} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {SearchOrder.options.map((order) => (
          <Menu.Item
            key={order}
            aria-current={order === finding.order || undefined}
            rightSection={
              order === finding.order ? <IconCheck size={15} stroke={1.75} aria-hidden /> : null
            }
            onClick={() => setFinding({ order })}
          >
            {search.orders[order]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
