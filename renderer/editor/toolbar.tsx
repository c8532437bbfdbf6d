import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconIndentDecrease,
  IconIndentIncrease,
  IconList,
  IconListNumbers,
  IconQuote,
  IconTable,
  type Icon,
} from '@tabler/icons-react';
import {
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { Words } from '../../shared/i18n/index.ts';
import { useWords } from '../app/words.tsx';
import { askToCite } from './citations/ask-to-cite.ts';
import { insertTable, setBlockKind, type BlockKind } from './block-commands.ts';
import { changeTable, tableChanges } from './table-commands.ts';
import { useToolbarState } from './use-toolbar-state.ts';

type Props = { editor: LexicalEditor; words: Words['editor'] };

/** Headings are shown by the marks they have on paper (GB/T 9704-2012, 7.3.3). */
const kinds: readonly { kind: BlockKind; icon: Icon | string; word: keyof Words['editor'] }[] = [
  { kind: 'heading-1', icon: '（一）', word: 'heading1' },
  { kind: 'heading-2', icon: '1.', word: 'heading2' },
  { kind: 'heading-3', icon: '（1）', word: 'heading3' },
  { kind: 'ordered', icon: IconListNumbers, word: 'ordered' },
  { kind: 'bullet', icon: IconList, word: 'bullet' },
];

/** Formatting: what a document can keep, and nothing else. */
export function EditorToolbar({ editor, words }: Props) {
  const state = useToolbarState(editor);
  const { insert: citeLabel } = useWords().citations;
  const isInList = state.kind === 'ordered' || state.kind === 'bullet';
  return (
    <div className="editor-toolbar" role="toolbar" aria-label={words.toolbar}>
      <Tool
        icon={IconArrowBackUp}
        label={words.undo}
        isOff={!state.canUndo}
        onUse={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
      />
      <Tool
        icon={IconArrowForwardUp}
        label={words.redo}
        isOff={!state.canRedo}
        onUse={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
      />
      <span className="editor-toolbar-rule" />
      <Tool
        icon={IconBold}
        label={words.bold}
        isOn={state.isBold}
        onUse={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      />
      {kinds.map(({ kind, icon, word }) => (
        <Tool
          key={kind}
          icon={icon}
          label={words[word]}
          isOn={state.kind === kind}
          isOff={state.isInTable}
          onUse={() => setBlockKind(editor, kind)}
        />
      ))}
      <Tool
        icon={IconIndentDecrease}
        label={words.outdent}
        isOff={!isInList}
        onUse={() => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)}
      />
      <Tool
        icon={IconIndentIncrease}
        label={words.indent}
        isOff={!isInList}
        onUse={() => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)}
      />
      <span className="editor-toolbar-rule" />
      <Tool icon={IconQuote} label={citeLabel} onUse={() => askToCite(editor)} />
      <TableMenu editor={editor} words={words} isInTable={state.isInTable} />
    </div>
  );
}

type ToolProps = {
  icon: Icon | string;
  label: string;
  isOn?: boolean;
  isOff?: boolean;
  onUse: () => void;
};

/** Pressing it leaves the caret where it is. */
function Tool({ icon: ToolIcon, label, isOn, isOff, onUse }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn === true ? 'light' : 'subtle'}
        color={isOn === true ? 'accent' : 'gray'}
        className="editor-tool"
        aria-label={label}
        aria-pressed={isOn}
        disabled={isOff === true}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onUse}
      >
        {typeof ToolIcon === 'string' ? ToolIcon : <ToolIcon size={18} stroke={1.6} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

function TableMenu({ editor, words, isInTable }: Props & { isInTable: boolean }) {
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false} trapFocus={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className="editor-tool"
          aria-label={words.table}
          title={words.table}
          onMouseDown={(event) => event.preventDefault()}
        >
          <IconTable size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onMouseDown={(event) => event.preventDefault()}>
        {!isInTable && (
          <Menu.Item onClick={() => insertTable(editor, 3, 3)}>{words.insertTable}</Menu.Item>
        )}
        {isInTable &&
          tableChanges.map((change) => (
            <Menu.Item key={change} onClick={() => changeTable(editor, change)}>
              {words[change]}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
