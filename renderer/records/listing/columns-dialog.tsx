import { ActionIcon, Button, Checkbox, NumberInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { ColumnId, usualColumns } from '../../../shared/contract/window.ts';
import { useWords } from '../../app/words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './columns-dialog.module.css';
import { moved, withColumn } from './columns.ts';
import { useListView } from './use-list-view.ts';

/** Which columns the table has, in what order, how wide. It shows at once. */
export function ColumnsDialog({ onClose }: { onClose: () => void }) {
  const { app, listing } = useWords();
  const { view, change } = useListView();
  const { columns } = view;
  const shown = columns.map(({ id }) => id);
  const others = ColumnId.options.filter((id) => !shown.includes(id));
  const arrow = { variant: 'subtle', color: 'gray', size: 24 } as const;
  return (
    <Dialog
      title={listing.columnsTitle}
      width={460}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <>
          <Button variant="default" onClick={() => change({ columns: [...usualColumns] })}>
            {listing.resetColumns}
          </Button>
          <Button type="submit">{app.close}</Button>
        </>
      }
    >
      <p className={styles.hint}>{listing.columnsHint}</p>
      <ul className={styles.columns}>
        {columns.map(({ id, width }, at) => {
          const name = listing.columns[id];
          return (
            <li key={id} className={styles.column}>
              <Checkbox
                size="xs"
                label={name}
                checked
                disabled={columns.length === 1}
                onChange={() => change({ columns: withColumn(columns, id, false) })}
              />
              <NumberInput
                size="xs"
                aria-label={listing.columnWidth(name)}
                className={styles.width ?? ''}
                value={width}
                min={56}
                max={800}
                step={16}
                allowDecimal={false}
                onChange={(next) =>
                  typeof next === 'number' &&
                  next >= 56 &&
                  next <= 800 &&
                  change({
                    columns: columns.map((one) => (one.id === id ? { id, width: next } : one)),
                  })
                }
              />
              <ActionIcon
                {...arrow}
                aria-label={listing.moveUp(name)}
                disabled={at === 0}
                onClick={() => change({ columns: moved(columns, id, -1) })}
              >
                <IconArrowUp size={14} stroke={1.75} aria-hidden />
              </ActionIcon>
              <ActionIcon
                {...arrow}
                aria-label={listing.moveDown(name)}
                disabled={at === columns.length - 1}
                onClick={() => change({ columns: moved(columns, id, 1) })}
              >
                <IconArrowDown size={14} stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
        {others.map((id) => (
          <li key={id} className={styles.column}>
            <Checkbox
              size="xs"
              label={listing.columns[id]}
              checked={false}
              onChange={() => change({ columns: withColumn(columns, id, true) })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
