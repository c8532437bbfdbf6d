import { useMemo, useRef, useState } from 'react';
import type { GroupedLine } from '../../shared/contract/records.ts';
import type { Pages } from '../api/use-pages.ts';
import { useView } from '../app/view.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { GroupHead, HEAD_HEIGHT } from './listing/group-head.tsx';
import { TableHead } from './listing/table-head.tsx';
import { TableRow, TABLE_ROW_HEIGHT } from './listing/table-row.tsx';
import { useChoosing } from './listing/use-choosing.ts';
import type { LinePage, Shown } from './listing/use-lines.ts';
import { useListView } from './listing/use-list-view.ts';
import styles from './record-list.module.css';
import { RecordRow, ROW_HEIGHT } from './record-row.tsx';

/** Left and right of the cells. */
const TABLE_PADDING = 16;

type Props = {
  label: string;
  shown: Shown;
  lines: Pages<GroupedLine, LinePage>;
  showsKind: boolean;
  onFold: (code: string | null) => void;
};

/** The lines of a list, as rows or as a table, with the heads of groups between. */
export function RecordLines({ label, shown, lines, showsKind, onFold }: Props) {
  const { opened, open, chosen } = useView();
  const { view } = useListView();
  const choosing = useChoosing(shown);
  const [active, setActive] = useState(-1);
  const head = useRef<HTMLDivElement>(null);
  const isTable = view.density === 'table';
  const high = isTable ? TABLE_ROW_HEIGHT : ROW_HEIGHT;
  const rowHeight = useRowHeight(shown.by === null ? undefined : lines.first?.heads, high);
  const width = view.columns.reduce((sum, column) => sum + column.width, TABLE_PADDING);
  const isOpen = (id: string) => chosen.size === 0 && opened?.id === id;
  const renderRow = (line: GroupedLine) => {
    if (line.type === 'head') {
      return shown.by === null ? null : <GroupHead by={shown.by} {...line} />;
    }
    const { record } = line;
    const row = { record, isOpen: isOpen(record.id), isChosen: chosen.has(record.id) };
    if (isTable) return <TableRow {...row} columns={view.columns} />;
    return <RecordRow {...row} showsKind={showsKind} />;
  };
  return (
    <>
      {isTable && <TableHead head={head} />}
      <div className={styles.list}>
        <VirtualList
          label={label}
          count={lines.total}
          itemAt={lines.itemAt}
          rowHeight={rowHeight}
          renderRow={renderRow}
          active={active}
          onActive={setActive}
          isRecycling
          {...(isTable ? { width } : {})}
          onScrollSideways={(left) => {
            if (head.current !== null) head.current.scrollLeft = left;
          }}
          choosing={{
            choose: (index, line, how) =>
              choosing.choose(index, line?.type === 'record' ? line.record : undefined, how),
            chooseAll: () => choosing.chooseAll(lines.total),
            chooseNone: choosing.chooseNone,
            begin: choosing.begin,
          }}
          isSelected={(line) =>
            line.type === 'record' &&
            (chosen.size > 0 ? chosen.has(line.record.id) : opened?.id === line.record.id)
          }
          onOpen={(line) => {
            if (line.type === 'head') onFold(line.code);
            else open({ id: line.record.id, terms: [], section: null });
          }}
          onArrow={(line, key) => {
            if (line.type === 'head' && line.isFolded === (key === 'ArrowRight')) onFold(line.code);
          }}
          onMenu={(line, index) => {
            if (line.type !== 'record') return;
            if (!chosen.has(line.record.id)) choosing.choose(index, line.record, 'toggle');
            focusChosenBar();
          }}
          onVisible={lines.want}
        />
      </div>
    </>
  );
}

/** Heads are lower than rows; where they stand is known before their pages are here. */
function useRowHeight(heads: readonly number[] | undefined, high: number) {
  return useMemo(() => {
    const lower = new Set(heads);
    return (index: number) => (lower.has(index) ? HEAD_HEIGHT : high);
  }, [heads, high]);
}

/** What can be done with the chosen records stands in their bar; it comes with the next picture. */
function focusChosenBar(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-chosen-bar] button')?.focus(),
  );
}
