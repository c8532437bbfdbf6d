import { $createHeadingNode, $isHeadingNode, HeadingNode } from '@lexical/rich-text';
import { $findTableNode } from '@lexical/table';
import {
  $addUpdateTag,
  $findMatchingParent,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  COMMAND_PRIORITY_NORMAL,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_SPACE_COMMAND,
  mergeRegister,
  type ElementNode,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { isTitle, typedNumber, type TypedNumber } from '../../../shared/text/typed-number.ts';
import { $isSectionNode } from '../nodes/section-node.ts';
import { numberedState } from '../nodes/states.ts';
import { headingTags } from '../to-lexical.ts';

/** Turns the numbers of the selected headings on or off; on, if not all have one. A number typed there makes way. */
export function toggleNumbered(editor: LexicalEditor): void {
  editor.update(() => {
    const headings = $selectedHeadings();
    const isOn = !headings.every((heading) => $getState(heading, numberedState));
    for (const heading of headings) {
      if (isOn) $number(heading);
      else $setState(heading, numberedState, false);
    }
  });
}

export function $isNumbered(): boolean {
  const headings = $selectedHeadings();
  return headings.length > 0 && headings.every((heading) => $getState(heading, numberedState));
}

export function $selectedHeadings(): HeadingNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const found = new Set<HeadingNode>();
  for (const node of selection.getNodes()) {
    const heading = $findMatchingParent(node, $isHeadingNode);
    if ($isHeadingNode(heading)) found.add(heading);
  }
  return [...found];
}

/** Gives a heading a counted number in the place of a typed one. */
export function $number(heading: HeadingNode): void {
  const typed = typedNumber(heading.getTextContent());
  if (typed !== null) $removeStart(heading, typed.length);
  $setState(heading, numberedState, true);
}

/** A caret in what is removed, or behind it in the same text, goes along. */
function $removeStart(block: ElementNode, length: number): void {
  let left = length;
  while (left > 0) {
    const first = block.getFirstDescendant();
    if (!$isTextNode(first)) return;
    const cut = Math.min(left, first.getTextContentSize());
    const selection = $getSelection();
    const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : [];
    const inside = points.filter(({ key }) => key === first.getKey());
    const places = inside.map(({ offset }) => Math.max(0, offset - cut));
    if (cut === first.getTextContentSize()) first.remove();
    else {
      first.setTextContent(first.getTextContent().slice(cut));
      inside.forEach((point, at) => point.set(first.getKey(), places[at] ?? 0, 'text'));
    }
    left -= cut;
  }
}

function $toHeading(block: ElementNode, { level, length }: TypedNumber): HeadingNode {
  $removeStart(block, length);
  const heading = $createHeadingNode(headingTags[level]);
  $setState(heading, numberedState, true);
  heading.append(...block.getChildren());
  block.replace(heading);
  return heading;
}

/**
 * Every number that was typed before a heading becomes a counted one, and with it short lines that are headings but for their
 * style. One step of undo; answers how many.
 */
export function numberTyped(editor: LexicalEditor): number {
  let count = 0;
  editor.update(
    () => {
      for (const section of $getRoot().getChildren().filter($isSectionNode)) {
        for (const block of section.getChildren()) {
          const isHeading = $isHeadingNode(block);
          if (!isHeading && !$isParagraphNode(block)) continue;
          const text = block.getTextContent();
          const typed = typedNumber(text);
          if (typed === null || (!isHeading && !isTitle(text.slice(typed.length)))) continue;
          $toHeading(block, typed);
          count += 1;
        }
      }
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return count;
}

/**
 * A number typed at the start of a line becomes a counted heading when a space follows it at once, or Enter ends a short line
 * that begins with it. That is a step of undo of its own, and a line where it was undone is left alone.
 */
export function registerTypedNumbers(editor: LexicalEditor): () => void {
  const declined = new Set<NodeKey>();
  const $typed = (): { block: ElementNode; typed: TypedNumber; rest: string } | null => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
    const anchor = selection.anchor.getNode();
    const block = $findMatchingParent(anchor, $isParagraphNode);
    if (!$isElementNode(block) || declined.has(block.getKey())) return null;
    if (!$isSectionNode(block.getParent()) || $findTableNode(block) !== null) return null;
    const text = block.getTextContent();
    const typed = typedNumber(text);
    return typed === null ? null : { block, typed, rest: text.slice(typed.length) };
  };
  const $convert = (block: ElementNode, typed: TypedNumber): HeadingNode => {
    declined.add(block.getKey());
    $addUpdateTag(HISTORY_PUSH_TAG);
    return $toHeading(block, typed);
  };
  return mergeRegister(
    editor.registerCommand(
      KEY_SPACE_COMMAND,
      (event) => {
        const selection = $getSelection();
        const found = isPlain(event) ? $typed() : null;
        if (found === null || !$isRangeSelection(selection)) return false;
        const { offset, type } = selection.anchor;
        const isFirst = selection.anchor.getNode().is(found.block.getFirstDescendant());
        if (type !== 'text' || !isFirst || offset !== found.typed.length) return false;
        event.preventDefault();
        $convert(found.block, found.typed).selectStart();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const found = event === null || isPlain(event) ? $typed() : null;
        if (found === null || !isTitle(found.rest) || !$isAtEnd(found.block)) return false;
        event?.preventDefault();
        $convert(found.block, found.typed).selectEnd();
        return editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $splitNumbered, COMMAND_PRIORITY_NORMAL),
  );
}

/** Enter within a numbered heading makes two of them; at its start the number stays with the words. */
function $splitNumbered(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const [start] = selection.getStartEndPoints() ?? [];
  const heading = start === undefined ? null : $findMatchingParent(start.getNode(), $isHeadingNode);
  if (!$isHeadingNode(heading) || !$getState(heading, numberedState)) return false;
  const next = selection.insertParagraph();
  if ($isHeadingNode(next)) $setState(next, numberedState, true);
  return true;
}

const isPlain = (event: KeyboardEvent) =>
  !event.isComposing && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;

function $isAtEnd(block: ElementNode): boolean {
  const selection = $getSelection();
  const last = block.getLastDescendant();
  if (!$isRangeSelection(selection) || !$isTextNode(last)) return false;
  const { key, offset } = selection.anchor;
  return key === last.getKey() && offset === last.getTextContentSize();
}

/** Says on the page which headings are numbered; the style sheet counts them, so that nothing is computed while one types. */
export function registerNumbers(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(
    HeadingNode,
    (mutations) => {
      editor.getEditorState().read(() => {
        for (const [key, mutation] of mutations) {
          if (mutation === 'destroyed') continue;
          const element = editor.getElementByKey(key);
          const node = $getNodeByKey(key);
          if (element !== null && $isHeadingNode(node))
            element.toggleAttribute('data-numbered', $getState(node, numberedState));
        }
      });
    },
    { skipInitialization: false },
  );
}
