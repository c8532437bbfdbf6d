import { Menu } from '@mantine/core';
import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconDots,
  IconIndentDecrease,
  IconIndentIncrease,
  IconList,
  IconListNumbers,
  IconListSearch,
  IconMessage,
  IconQuote,
  IconSuperscript,
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
import { keysOf, type ShortcutId } from '../app/shortcuts/shortcuts.ts';
import { showShortcuts } from '../app/shortcuts/shown-shortcuts.ts';
import { pasteAsText } from '../app/paste-as-text.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { askFor } from './asks.ts';
import { align, setBlockKind, type Alignment, type BlockKind } from './block-commands.ts';
import { askToCite } from './citations/ask-to-cite.ts';
import { numberTyped, toggleNumbered } from './numbering/number-headings.ts';
import { InsertMenu } from './toolbar/insert-menu.tsx';
import { TableMenu } from './toolbar/table-menu.tsx';
import { Tool, ToolMenu } from './toolbar/tool.tsx';
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

const withKeys = (label: string, id: ShortcutId) => `${label}（${keysOf(id)}）`;

/** Formatting: what a document can keep, and nothing else. */
export function EditorToolbar({ editor, words }: Props) {
  const state = useToolbarState(editor);
  const { citations, comments, writing } = useSpeech().words;
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
      {isInList && <ListTools editor={editor} words={words} />}
      <Tool
        icon={IconBlockquote}
        label={withKeys(writing.quote, 'quote')}
        isOn={state.kind === 'quote'}
        isOff={state.isInTable}
        onUse={() => setBlockKind(editor, 'quote')}
      />
      <span className="editor-toolbar-rule" />
      <Tool
        icon={IconSuperscript}
        label={withKeys(writing.insertFootnote, 'footnote')}
        onUse={() => askFor(editor, 'footnote')}
      />
      <Tool icon={IconQuote} label={citations.insert} onUse={() => askToCite(editor)} />
      <InsertMenu editor={editor} />
      <Tool
        icon={IconMessage}
        label={withKeys(comments.write, 'comment')}
        onUse={() => askFor(editor, 'comment')}
      />
      <TableMenu editor={editor} isInTable={state.isInTable} />
      <span className="editor-toolbar-rule" />
      <MoreMenu editor={editor} isNumbered={state.isNumbered} alignment={state.alignment} />
    </div>
  );
}

function ListTools({ editor, words }: Props) {
  return (
    <>
      <Tool
        icon={IconIndentDecrease}
        label={words.outdent}
        onUse={() => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)}
      />
      <Tool
        icon={IconIndentIncrease}
        label={words.indent}
        onUse={() => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)}
      />
    </>
  );
}

const alignments = [
  { alignment: 'left', id: 'alignLeft', icon: IconAlignLeft },
  { alignment: 'center', id: 'alignCenter', icon: IconAlignCenter },
  { alignment: 'right', id: 'alignRight', icon: IconAlignRight },
] as const;

type MoreProps = { editor: LexicalEditor; isNumbered: boolean; alignment: Alignment | null };

/** What is wanted less often. */
function MoreMenu({ editor, isNumbered, alignment: now }: MoreProps) {
  const { words, count } = useSpeech();
  const { writing, find, shortcuts } = words;
  const notices = useNotices();
  const number = () => {
    const changed = numberTyped(editor);
    notices.say(changed === 0 ? writing.noTypedNumbers : writing.numberedTyped(count(changed)));
  };
  return (
    <ToolMenu icon={IconDots} label={writing.more} width={280}>
      <Menu.Item
        role="menuitemcheckbox"
        aria-checked={isNumbered}
        leftSection={isNumbered ? '✓' : ' '}
        rightSection={<Keys id="numbering" />}
        onClick={() => toggleNumbered(editor)}
      >
        {writing.numbering}
      </Menu.Item>
      <Menu.Item leftSection=" " onClick={number}>
        {writing.numberTyped}
      </Menu.Item>
      <Menu.Divider />
      {alignments.map(({ alignment, id, icon: AlignIcon }) => (
        <Menu.Item
          key={id}
          role="menuitemradio"
          aria-checked={alignment === now}
          disabled={now === null}
          leftSection={<AlignIcon size={16} stroke={1.6} aria-hidden />}
          rightSection={<Keys id={id} />}
          onClick={() => align(editor, alignment)}
        >
          {writing[id]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconListSearch size={16} stroke={1.6} aria-hidden />}
        rightSection={<Keys id="replace" />}
        onClick={() => askFor(editor, 'replace')}
      >
        {find.title}
      </Menu.Item>
      <Menu.Item leftSection=" " rightSection={<Keys id="pasteAsText" />} onClick={pasteAsText}>
        {words.pasting.pasteAsText}
      </Menu.Item>
      <Menu.Item leftSection=" " rightSection={<Keys id="help" />} onClick={showShortcuts}>
        {shortcuts.title}
      </Menu.Item>
    </ToolMenu>
  );
}

function Keys({ id }: { id: ShortcutId }) {
  return <span className="editor-menu-keys">{keysOf(id)}</span>;
}
