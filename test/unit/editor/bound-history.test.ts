import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createEmptyHistoryState, registerHistory, type HistoryState } from '@lexical/history';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  createEditor,
  HISTORY_PUSH_TAG,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import {
  boundHistory,
  MOST_UNDO_BYTES,
  MOST_UNDO_STEPS,
} from '../../../renderer/editor/bound-history.ts';

let editor: LexicalEditor;
let history: HistoryState;

beforeEach(() => {
  editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  editor.update(() => void $getRoot().append($createParagraphNode()), { discrete: true });
  history = createEmptyHistoryState();
  history.current = { editor, editorState: editor.getEditorState() };
  registerHistory(editor, history, 800, Date.now, undefined, MOST_UNDO_STEPS);
});

function step(change: () => void): void {
  editor.update(change, { discrete: true, tag: HISTORY_PUSH_TAG });
}
const $write = (text: string) => () =>
  void $getRoot().append($createParagraphNode().append($createTextNode(text)));
const shown = () => editor.read(() => $getRoot().getTextContent().trim());
const undo = () => editor.dispatchCommand(UNDO_COMMAND, undefined);

test('ordinary writing is kept whole, up to so many steps', () => {
  for (let index = 0; index < MOST_UNDO_STEPS + 20; index += 1) {
    step(() => {
      $getRoot().clear();
      $write(`第${index}步`)();
    });
    boundHistory(history);
  }
  assert.equal(history.undoStack.length, MOST_UNDO_STEPS);
  for (let index = 0; index < MOST_UNDO_STEPS + 20; index += 1) undo();
  assert.equal(shown(), '第19步');
});

test('large steps are forgotten from the oldest on, and each that is left is whole', () => {
  const page = '甲'.repeat(100_000);
  for (let index = 0; index < 10; index += 1) {
    step(() => {
      $getRoot().clear();
      $write(`${index}${page}`)();
    });
  }
  // A page counts twice: as the text of its node, and as the text of the whole.
  boundHistory(history, 4 * page.length * 3 + 10_000);
  assert.equal(history.undoStack.length, 3);
  for (const number of [8, 7, 6, 6]) {
    undo();
    assert.equal(shown(), `${number}${page}`);
  }
});

test('the last step can be undone however large it is', () => {
  step($write('乙'.repeat(MOST_UNDO_BYTES / 2)));
  step(() => void $getRoot().clear());
  boundHistory(history);
  assert.equal(history.undoStack.length, 1);
  undo();
  assert.equal(shown().length, MOST_UNDO_BYTES / 2);
});

test('what many steps share counts once', () => {
  step($write('丙'.repeat(100_000)));
  for (let index = 0; index < 20; index += 1) step($write('丁'));
  // The text of the whole is there for every step, the long paragraph's own text only once.
  boundHistory(history, 22 * 2 * 100_000);
  assert.equal(history.undoStack.length, 21);
});
