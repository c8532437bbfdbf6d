import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Column, ColumnId } from '../../../shared/contract/window.ts';
import { useView } from '../../app/view.tsx';
import { useWords } from '../../app/words.tsx';
import { PaneDivider } from '../../app/pane-divider.tsx';
import { isFigure } from './cell-text.ts';
import { moved } from './columns.ts';
import styles from './table.module.css';
import { useListView } from './use-list-view.ts';

/** Dates and figures begin with the latest and the most, words with A. */
const fromTheTop: ReadonlySet<ColumnId> = new Set([
  'changed',
  'created',
  'characters',
  'completeness',
]);

/** The heads of the table: a click sorts, Alt+← and Alt+→ move the column, the hairline behind it sizes it. */
export function TableHead({ head }: { head: RefObject<HTMLDivElement | null> }) {
  const { listing: words } = useWords();
  const { view, change } = useListView();
  const { columns } = view;
  const resize = (id: ColumnId, width: number) =>
    change({ columns: columns.map((column) => (column.id === id ? { id, width } : column)) });
  const onKeyDown = (event: KeyboardEvent, id: ColumnId) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    change({ columns: moved(columns, id, event.key === 'ArrowLeft' ? -1 : 1) });
  };
  return (
    <div ref={head} className={styles.head} role="group" aria-label={words.columnsTitle}>
      {columns.map((column) => (
        <div key={column.id} className={styles.headCell} style={{ width: column.width }}>
          <SortButton column={column} onKeyDown={(event) => onKeyDown(event, column.id)} />
          <PaneDivider
            label={words.resizeColumn(words.columns[column.id])}
            width={column.width}
            least={56}
            most={800}
            side="before"
            onResize={(width) => resize(column.id, width)}
          />
        </div>
      ))}
    </div>
  );
}

type SortProps = { column: Column; onKeyDown: (event: KeyboardEvent) => void };

function SortButton({ column: { id }, onKeyDown }: SortProps) {
  const { listing: words } = useWords();
  const { listing, setListing } = useView();
  const button = useRef<HTMLButtonElement>(null);
  const isOn = listing.order === id;
  const Arrow = listing.isDescending ? IconArrowDown : IconArrowUp;
  const way = listing.isDescending ? words.descending : words.ascending;
  const name = words.columns[id];
  return (
    <UnstyledButton
      ref={button}
      className={styles.sortButton}
      data-figure={isFigure(id) || undefined}
      aria-label={isOn ? `${words.sortBy(name)} ${way}` : words.sortBy(name)}
      aria-pressed={isOn}
      onKeyDown={onKeyDown}
      onClick={() =>
        setListing(
          isOn
            ? { isDescending: !listing.isDescending }
            : { order: id, isDescending: fromTheTop.has(id) },
        )
      }
    >
      <span className={styles.text}>{name}</span>
      {isOn && <Arrow size={13} stroke={1.75} aria-hidden />}
    </UnstyledButton>
  );
}
