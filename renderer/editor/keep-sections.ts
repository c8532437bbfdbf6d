import { $isListItemNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $createRangeSelection,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  mergeRegister,
  RootNode,
  SELECT_ALL_COMMAND,
  SELECTION_CHANGE_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $isImageNode } from './nodes/image-node.ts';
import {
  $createSectionNode,
  $isSectionNode,
  SectionNode,
  type SectionHeading,
} from './nodes/section-node.ts';

type Edge = 'start' | 'end';

/**
 * Keeps the sections: whatever an edit does (a range over several sections deleted, typed over, cut), afterwards each of
 * `expected` is there once, in order, and every block lies in one of them. Done as the last transform of the same
 * update, so that it is one step of undo with the edit, and nothing of a missing section is ever seen or stored.
 */
export function registerSections(
  editor: LexicalEditor,
  expected: readonly SectionHeading[],
): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, (root) => $restoreSections(root, expected)),
    editor.registerNodeTransform(SectionNode, $keepPlaceForCaret),
    registerEdges(editor),
    editor.registerCommand(SELECT_ALL_COMMAND, $selectSectionThenAll, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(SELECTION_CHANGE_COMMAND, $leaveRoot, COMMAND_PRIORITY_LOW),
  );
}

function $restoreSections(root: RootNode, expected: readonly SectionHeading[]): void {
  const children = root.getChildren();
  const isWhole =
    children.length === expected.length &&
    children.every((node, i) => $isSectionNode(node) && node.getSectionId() === expected[i]?.id);
  if (!isWhole) {
    const found = $gatherSections(children, expected);
    let previous: SectionNode | null = null;
    for (const heading of expected) {
      const section: SectionNode = found.get(heading.id) ?? $createSectionNode(heading);
      const inPlace: LexicalNode | null =
        previous === null ? root.getFirstChild() : previous.getNextSibling();
      if (!section.is(inPlace)) {
        if (previous === null) root.splice(0, 0, [section]);
        else previous.insertAfter(section, false);
      }
      if (section.isEmpty()) section.append($createParagraphNode());
      previous = section;
    }
  }
  $leaveRoot();
}

/** The sections that are there, each once; blocks outside them go to the end of the section before, or the start of the first. */
function $gatherSections(
  children: readonly LexicalNode[],
  expected: readonly SectionHeading[],
): Map<string, SectionNode> {
  const wanted = new Set(expected.map(({ id }) => id));
  const found = new Map<string, SectionNode>();
  const early: LexicalNode[] = [];
  let current: SectionNode | null = null;
  for (const node of children) {
    if (
      $isSectionNode(node) &&
      wanted.has(node.getSectionId()) &&
      !found.has(node.getSectionId())
    ) {
      found.set(node.getSectionId(), node);
      current = node;
      continue;
    }
    const strays = $isSectionNode(node) ? node.getChildren() : [node];
    if (current === null) early.push(...strays);
    else current.append(...strays);
    if ($isSectionNode(node)) node.remove();
  }
  const [first] = expected;
  if (early.length > 0 && first !== undefined) {
    const home = found.get(first.id) ?? $createSectionNode(first);
    home.splice(0, 0, early);
    found.set(first.id, home);
  }
  return found;
}

/** A table never is the first or last thing, nor next to another: there is always a line to put the caret in, as in Word. */
function $keepPlaceForCaret(section: SectionNode): void {
  if (section.isEmpty()) section.append($createParagraphNode());
  for (const child of section.getChildren()) {
    if (!$isTableNode(child) && !$isImageNode(child)) continue;
    if (child.getPreviousSibling() === null) child.insertBefore($createParagraphNode(), false);
    const next = child.getNextSibling();
    if (next === null || ($isTableNode(child) && $isTableNode(next)))
      child.insertAfter($createParagraphNode(), false);
  }
}

function registerEdges(editor: LexicalEditor): () => void {
  const guard = (isBackward: boolean) => $stopAtEdge(isBackward);
  // The browser moves the caret over a heading by itself; Lexical would put it between two sections.
  const backward = (event: KeyboardEvent) => !event.shiftKey && $isCaretAtEdge('start');
  const forward = (event: KeyboardEvent) => !event.shiftKey && $isCaretAtEdge('end');
  return mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, guard, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_WORD_COMMAND, guard, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_LINE_COMMAND, guard, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, backward, COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, backward, COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, forward, COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, forward, COMMAND_PRIORITY_LOW),
  );
}

/** Deleting backwards at the start of a section turns its first heading or list item into a paragraph, and no more. */
function $stopAtEdge(isBackward: boolean): boolean {
  if (!$isCaretAtEdge(isBackward ? 'start' : 'end')) return false;
  const selection = $getSelection();
  if (!isBackward || !$isRangeSelection(selection)) return true;
  const anchor = selection.anchor.getNode();
  const item = $findMatchingParent(anchor, $isListItemNode);
  if ($isListItemNode(item)) item.collapseAtStart(selection);
  else if ($findMatchingParent(anchor, $isHeadingNode)) {
    $setBlocksType(selection, () => $createParagraphNode());
  }
  return true;
}

function $isCaretAtEdge(edge: Edge): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const section = $sectionOf(selection.anchor.getNode());
  return section !== null && $isAtEdge(selection.anchor, section, edge);
}

function $isAtEdge(point: PointType, section: SectionNode, edge: Edge): boolean {
  let node: LexicalNode | null = point.getNode();
  const size = $isTextNode(node)
    ? node.getTextContentSize()
    : $isElementNode(node)
      ? node.getChildrenSize()
      : 0;
  if (point.offset !== (edge === 'start' ? 0 : size)) return false;
  while (node !== null && !node.is(section)) {
    if ((edge === 'start' ? node.getPreviousSibling() : node.getNextSibling()) !== null)
      return false;
    node = node.getParent();
  }
  return true;
}

export function $sectionOf(node: LexicalNode): SectionNode | null {
  const found = $findMatchingParent(node, $isSectionNode);
  return $isSectionNode(found) ? found : null;
}

/** Once selects the section one is in, twice the whole document: replacing a section's text is common, replacing all is not. */
function $selectSectionThenAll(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  const sections = $getRoot().getChildren().filter($isSectionNode);
  const [first] = sections;
  const last = sections.at(-1);
  if (first === undefined || last === undefined) return false;
  event.preventDefault();
  const section = $isRangeSelection(selection) ? $sectionOf(selection.anchor.getNode()) : null;
  if (section === null || ($isRangeSelection(selection) && $covers(selection, section))) {
    $selectBetween(first, last);
  } else {
    $selectBetween(section, section);
  }
  return true;
}

function $covers(selection: RangeSelection, section: SectionNode): boolean {
  const [from, to] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const start = $sectionOf(from.getNode());
  const end = $sectionOf(to.getNode());
  if (start === null || end === null) return true;
  if (!start.is(end)) return true;
  return $isAtEdge(from, section, 'start') && $isAtEdge(to, section, 'end');
}

function $selectBetween(from: SectionNode, to: SectionNode): void {
  const { key, offset, type } = from.selectStart().anchor;
  const end = to.selectEnd().focus;
  const selection = $createRangeSelection();
  selection.anchor.set(key, offset, type);
  selection.focus.set(end.key, end.offset, end.type);
  $setSelection(selection);
}

/** A caret between sections (a click beside the text) goes into the section before it. */
function $leaveRoot(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const root = selection.anchor.getNode();
  if (!$isRootNode(root)) return false;
  const before = root.getChildAtIndex(selection.anchor.offset - 1);
  const after = root.getChildAtIndex(selection.anchor.offset);
  if ($isSectionNode(before)) before.selectEnd();
  else if ($isSectionNode(after)) after.selectStart();
  return false;
}
