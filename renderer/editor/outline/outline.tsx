import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { $getNodeByKey, $isElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useFolded } from '../../app/kept-place.ts';
import { useSpeech } from '../../app/words.tsx';
import { useSurvey, type Survey } from '../survey/survey.ts';
import { moveHeading, stepHeading } from './move-heading.ts';
import styles from './outline.module.css';
import { visibleItems, type OutlineItem } from './visible-items.ts';

/** Sections and headings of the open document: where one is, the way there, and another order. */
export function Outline() {
  const survey = useSurvey();
  return survey === null ? null : <Tree survey={survey} />;
}

function Tree({ survey }: { survey: Survey }) {
  const { writing } = useSpeech().words;
  const { folded, setFolded } = useFolded();
  const [focused, setFocused] = useState<NodeKey | null>(null);
  const [dragged, setDragged] = useState<NodeKey | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { editor, isReadOnly } = survey;
  const items = visibleItems(survey, folded);
  const tabStop =
    items.find(({ key }) => key === focused) ?? items.find(({ isHere }) => isHere) ?? items[0];

  const focus = (item: OutlineItem | undefined) => {
    if (item === undefined) return;
    setFocused(item.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${item.key}"]`)?.focus();
  };
  const fold = (item: OutlineItem, isFolded: boolean) => setFolded(item.foldId, isFolded);
  const onKeyDown = (event: KeyboardEvent, item: OutlineItem) => {
    const at = items.indexOf(item);
    const isOpen = item.hasChildren && !folded.has(item.foldId);
    const keys: Record<string, () => void> = {
      ArrowDown: () => focus(items[at + 1]),
      ArrowUp: () => focus(items[at - 1]),
      Home: () => focus(items[0]),
      End: () => focus(items.at(-1)),
      ArrowLeft: () =>
        isOpen ? fold(item, true) : focus(items.find(({ key }) => key === item.parent)),
      ArrowRight: () => (isOpen ? focus(items[at + 1]) : fold(item, false)),
      Enter: () => goTo(editor, item.key),
      ' ': () => goTo(editor, item.key),
    };
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const step = event.key === 'ArrowUp' ? 'up' : 'down';
      if (!isReadOnly && item.level > 0) stepHeading(editor, item.key, step);
      return;
    }
    const does = event.ctrlKey || event.altKey ? undefined : keys[event.key];
    if (does === undefined) return;
    event.preventDefault();
    does();
  };
  return (
    <ul ref={list} role="tree" aria-label={writing.outline} className={`han ${styles.tree}`}>
      {items.map((item) => (
        <Line
          key={item.key}
          item={item}
          isFolded={folded.has(item.foldId)}
          isTabStop={item === tabStop}
          canDrag={!isReadOnly && item.level > 0}
          isDropPlace={dragged !== null && dragged !== item.key}
          onFold={(isFolded) => fold(item, isFolded)}
          onGo={() => goTo(editor, item.key)}
          onFocus={() => setFocused(item.key)}
          onKeyDown={(event) => onKeyDown(event, item)}
          onDrag={(isDragged) => setDragged(isDragged ? item.key : null)}
          onDrop={() => {
            if (dragged === null) return;
            const goal = item.level === 0 ? { endOf: item.key } : { before: item.key };
            moveHeading(editor, dragged, goal);
            setDragged(null);
          }}
        />
      ))}
    </ul>
  );
}

type LineProps = {
  item: OutlineItem;
  isFolded: boolean;
  isTabStop: boolean;
  canDrag: boolean;
  /** Something is dragged that may be dropped here. */
  isDropPlace: boolean;
  onFold: (isFolded: boolean) => void;
  onGo: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onDrag: (isDragged: boolean) => void;
  onDrop: () => void;
};

function Line({ item, isFolded, isTabStop, canDrag, isDropPlace, ...does }: LineProps) {
  const { words, count } = useSpeech();
  const { records, writing } = words;
  const [isOver, setOver] = useState(false);
  const name = item.name === '' ? writing.emptyHeading : item.name;
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  const over = (event: DragEvent) => {
    if (!isDropPlace) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <li
      role="treeitem"
      aria-level={item.level + 1}
      aria-expanded={item.hasChildren ? !isFolded : undefined}
      aria-selected={item.isHere}
      aria-current={item.isHere ? 'location' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={styles.item}
      style={{ paddingLeft: 4 + item.level * 14 }}
      data-key={item.key}
      data-level={item.level}
      data-over={isOver || undefined}
      draggable={canDrag}
      title={item.level > 0 && canDrag ? writing.outlineHelp : undefined}
      onClick={does.onGo}
      onFocus={does.onFocus}
      onKeyDown={does.onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', name);
        does.onDrag(true);
      }}
      onDragEnd={() => does.onDrag(false)}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!isDropPlace) return;
        event.preventDefault();
        event.stopPropagation();
        does.onDrop();
      }}
    >
      <span
        className={styles.fold}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          if (item.hasChildren) does.onFold(!isFolded);
        }}
      >
        {item.hasChildren && <Chevron size={14} stroke={1.6} />}
      </span>
      <span className={styles.name}>
        {item.number}
        {name}
      </span>
      {item.characters !== null && (
        <span className={styles.size} data-empty={item.characters === 0 || undefined}>
          {item.characters === 0
            ? records.missing
            : records.numberOfCharacters(count(item.characters))}
        </span>
      )}
    </li>
  );
}

/** Puts the caret to the end of a heading, or to the start of a section's text, and shows it. */
function goTo(editor: LexicalEditor, key: NodeKey): void {
  const element = editor.getElementByKey(key);
  element?.scrollIntoView({ block: 'start' });
  if (editor.isEditable()) editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (!$isElementNode(node)) return;
      const line = node.isShadowRoot() ? node.getFirstChild() : node;
      if ($isElementNode(line)) line.selectEnd();
    },
    { discrete: true },
  );
}
