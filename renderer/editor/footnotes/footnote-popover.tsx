import { Button, Popover, Textarea } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { RecordLink } from '../../../shared/document/tree.ts';
import { useWords } from '../../app/words.tsx';
import { useNoteLinks } from './use-note-links.tsx';

type Props = {
  place: DOMRect;
  /** 0 for a new one. */
  number: number;
  text: string;
  /** Those that the text names as `[[title]]`. */
  links: readonly RecordLink[];
  recordId: string;
  /** Whichever way it is left, what was written is kept. An empty text takes the note away. */
  onDone: (text: string, links: readonly RecordLink[]) => void;
  onShowInList?: (() => void) | undefined;
};

/** A small window for the text of a footnote. Keys belong to the input method while it composes. */
export function FootnotePopover({ place, number, onDone, onShowInList, ...props }: Props) {
  const { writing } = useWords();
  const [text, setText] = useState(props.text);
  const box = useRef<HTMLTextAreaElement>(null);
  const linking = useNoteLinks(box, props.links, props.recordId, setText);
  const done = () => onDone(text, linking.links);
  // Somebody may be typing already.
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Process' || linking.onKeyDown(event))
      return;
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
    done();
  };
  return (
    <Popover
      opened
      onDismiss={done}
      closeOnEscape={false}
      position="bottom-start"
      width={420}
      withArrow
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <span
          className="editor-popover-anchor"
          style={{ left: place.left, top: place.top, width: place.width, height: place.height }}
        />
      </Popover.Target>
      <Popover.Dropdown
        className="han"
        aria-label={number === 0 ? writing.insertFootnote : writing.footnoteNumber(number)}
      >
        <Textarea
          data-autofocus
          ref={box}
          autosize
          minRows={2}
          maxRows={10}
          aria-label={writing.footnoteText}
          placeholder={writing.footnoteText}
          value={text}
          maxLength={20_000}
          onChange={(event) => {
            setText(event.currentTarget.value);
            linking.onType(event);
          }}
          onCompositionEnd={linking.look}
          onKeyDown={onKeyDown}
        />
        {linking.list}
        <div className="editor-popover-actions">
          {number > 0 && (
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => onDone('', [])}>
              {writing.removeFootnote}
            </Button>
          )}
          {onShowInList !== undefined && (
            <Button size="compact-sm" variant="default" onClick={onShowInList}>
              {writing.toFootnote}
            </Button>
          )}
          <Button size="compact-sm" onClick={done}>
            {writing.done}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
