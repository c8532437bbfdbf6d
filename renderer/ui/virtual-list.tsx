import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './virtual-list.module.css';

type Props<Item> = {
  label: string;
  count: number;
  itemAt: (index: number) => Item | undefined;
  /** In CSS pixels. */
  rowHeight: (index: number) => number;
  renderRow: (item: Item, index: number) => ReactNode;
  /** The row the keyboard is on; -1 for none. */
  active: number;
  onActive: (index: number) => void;
  isSelected: (item: Item) => boolean;
  onOpen: (item: Item, index: number) => void;
  onVisible: (from: number, to: number) => void;
  /**
   * Rows that leave the view lend their elements to those that come: quicker, and only for rows that keep nothing of their own
   * (no field half filled in, no list open).
   */
  isRecycling?: boolean;
  /** Wider than the pane: the list is scrolled sideways too. CSS pixels. */
  width?: number;
  onScrollSideways?: (left: number) => void;
  /** ← and → on a row. */
  onArrow?: (item: Item, key: 'ArrowLeft' | 'ArrowRight') => void;
  /** The key of the menu, or Shift+F10, or the right button of the mouse. */
  onMenu?: (item: Item, index: number) => void;
  /** Given when another control (the search box) holds the focus and points here. */
  listId?: string;
  /** Several rows may be selected; opening one then selects it or takes it out. */
  isMultiple?: boolean;
  /** Rows can be chosen beside being opened: with Ctrl, Shift, Shift+↑ ↓, Ctrl+Space; Ctrl+A all, Escape none. */
  choosing?: {
    choose: (index: number, item: Item | undefined, how: 'toggle' | 'range') => void;
    chooseAll: () => void;
    chooseNone: () => void;
    begin: (index: number) => void;
  };
};

/** The pool grows by steps, or it would be another one with every row more or less. */
const POOL_STEP = 32;

export const optionId = (listId: string, index: number) => `${listId}-option-${index}`;

/** A list of any length of which only the rows in view exist. ↑ ↓ Home End Page keys move, Enter opens. */
export function VirtualList<Item>(props: Props<Item>) {
  const { label, count, itemAt, rowHeight, renderRow, active, onActive, onOpen, onVisible } = props;
  const ownId = useId();
  const listId = props.listId ?? ownId;
  const scroller = useRef<HTMLDivElement>(null);
  // The virtualizer changes in place; nothing here is memoised over it.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: props.isRecycling === true ? 4 : 8,
  });
  const rows = virtualizer.getVirtualItems();
  const from = rows[0]?.index ?? 0;
  const to = rows.at(-1)?.index ?? 0;
  // Rows in view follow one another, so that no two of them are alike in this.
  const pool = Math.ceil(rows.length / POOL_STEP) * POOL_STEP;
  useEffect(() => onVisible(from, to), [from, to, onVisible]);
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useEffect(() => {
    if (active >= 0 && active < count) virtualizer.scrollToIndex(active);
  }, [virtualizer, active, count]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const page = Math.max(1, to - from - 8);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    const next = moves[event.key];
    if (props.choosing !== undefined && chooseByKey(event, props.choosing, active, itemAt)) {
      event.preventDefault();
    } else if (next !== undefined) {
      event.preventDefault();
      const index = Math.max(0, Math.min(count - 1, next));
      onActive(index);
      if (event.shiftKey) props.choosing?.choose(index, itemAt(index), 'range');
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const item = itemAt(active);
      if (item === undefined || props.onArrow === undefined) return;
      event.preventDefault();
      props.onArrow(item, event.key);
    } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const item = itemAt(active);
      if (item === undefined || props.onMenu === undefined) return;
      event.preventDefault();
      props.onMenu(item, active);
    } else if (event.key === 'Enter' || event.key === ' ') {
      const item = itemAt(active);
      if (item === undefined) return;
      event.preventDefault();
      onOpen(item, active);
    }
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      id={listId}
      aria-label={label}
      aria-multiselectable={props.isMultiple === true || props.choosing !== undefined}
      aria-activedescendant={active >= 0 && active < count ? optionId(listId, active) : undefined}
      tabIndex={0}
      data-pane-focus
      onKeyDown={onKeyDown}
      onScroll={(event) => props.onScrollSideways?.(event.currentTarget.scrollLeft)}
      onFocus={() => {
        if (active < 0 && count > 0) onActive(0);
      }}
    >
      <div
        className={styles.room}
        style={{ height: virtualizer.getTotalSize(), minWidth: props.width }}
        role="presentation"
      >
        {rows.map((row) => {
          const item = itemAt(row.index);
          return (
            <div
              key={props.isRecycling === true ? row.index % pool : row.key}
              id={optionId(listId, row.index)}
              className={styles.row}
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
              role="option"
              aria-selected={item !== undefined && props.isSelected(item)}
              aria-setsize={count}
              aria-posinset={row.index + 1}
              data-active={row.index === active || undefined}
              onContextMenu={(event) => {
                if (item === undefined || props.onMenu === undefined) return;
                event.preventDefault();
                onActive(row.index);
                props.onMenu(item, row.index);
              }}
              onClick={(event) => {
                onActive(row.index);
                if (props.choosing !== undefined && (event.ctrlKey || event.metaKey)) {
                  props.choosing.choose(row.index, item, 'toggle');
                } else if (props.choosing !== undefined && event.shiftKey) {
                  props.choosing.choose(row.index, item, 'range');
                } else if (item !== undefined) {
                  props.choosing?.begin(row.index);
                  onOpen(item, row.index);
                }
              }}
            >
              {item === undefined ? <div className={styles.waiting} /> : renderRow(item, row.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type Choosing<Item> = NonNullable<Props<Item>['choosing']>;

/** Whether the key was one of choosing. */
function chooseByKey<Item>(
  event: KeyboardEvent,
  choosing: Choosing<Item>,
  active: number,
  itemAt: (index: number) => Item | undefined,
): boolean {
  const isControl = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape') choosing.chooseNone();
  else if (isControl && event.key.toLowerCase() === 'a') choosing.chooseAll();
  else if (isControl && event.key === ' ') choosing.choose(active, itemAt(active), 'toggle');
  else return false;
  return true;
}
