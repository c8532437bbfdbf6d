import { Menu } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { LexicalEditor } from 'lexical';
import { useState } from 'react';
import { keysOf, shortcuts, type ShortcutId } from '../../app/shortcuts/shortcuts.ts';
import { useWords } from '../../app/words.tsx';
import { insertTable } from '../block-commands.ts';
import { changeTable, tableChanges } from '../table-commands.ts';
import { ToolMenu } from './tool.tsx';

const ROWS = 8;
const COLUMNS = 8;

type Props = { editor: LexicalEditor; isInTable: boolean };

/** Outside a table: a new one of a size. Inside: what can be done to it. */
export function TableMenu({ editor, isInTable }: Props) {
  const { editor: words, writing } = useWords();
  return (
    <ToolMenu icon={IconTable} label={words.table}>
      {isInTable ? (
        tableChanges.map((change) => (
          <Menu.Item
            key={change}
            rightSection={
              change in shortcuts ? (
                <span className="editor-menu-keys">{keysOf(change as ShortcutId)}</span>
              ) : undefined
            }
            onClick={() => changeTable(editor, change)}
          >
            {writing.tableChanges[change]}
          </Menu.Item>
        ))
      ) : (
        <>
          <Menu.Item onClick={() => insertTable(editor, 3, 3)}>{words.insertTable}</Menu.Item>
          <Menu.Label>{writing.tableSize}</Menu.Label>
          <SizeGrid onChoose={(rows, columns) => insertTable(editor, rows, columns)} />
        </>
      )}
    </ToolMenu>
  );
}

/** Squares as in Word: pointing at one shows the size, the arrow keys go from one to the next. */
function SizeGrid({ onChoose }: { onChoose: (rows: number, columns: number) => void }) {
  const { writing } = useWords();
  const [size, setSize] = useState({ rows: 2, columns: 2 });
  const places = Array.from({ length: ROWS * COLUMNS }, (_, at) => ({
    rows: Math.floor(at / COLUMNS) + 1,
    columns: (at % COLUMNS) + 1,
  }));
  return (
    <>
      <div
        className="editor-size-grid"
        onKeyDown={(event) => {
          const move = moves[event.key];
          if (move === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          const rows = Math.min(ROWS, Math.max(1, size.rows + move[0]));
          const columns = Math.min(COLUMNS, Math.max(1, size.columns + move[1]));
          setSize({ rows, columns });
          const next = event.currentTarget.children[(rows - 1) * COLUMNS + columns - 1];
          if (next instanceof HTMLElement) next.focus();
        }}
      >
        {places.map(({ rows, columns }) => (
          <Menu.Item
            key={`${String(rows)} ${String(columns)}`}
            className="editor-size"
            aria-label={writing.tableOf(rows, columns)}
            data-covered={(rows <= size.rows && columns <= size.columns) || undefined}
            onMouseEnter={() => setSize({ rows, columns })}
            onFocus={() => setSize({ rows, columns })}
            onClick={() => onChoose(rows, columns)}
          />
        ))}
      </div>
      <Menu.Label aria-live="polite">{writing.tableOf(size.rows, size.columns)}</Menu.Label>
    </>
  );
}

const moves: Record<string, readonly [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
