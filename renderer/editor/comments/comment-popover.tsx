import { Button, Checkbox, Popover, Textarea } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../app/words.tsx';
import type { Passage } from './passage.ts';

export type CommentDraft = { text: string; replacement: string | null };
type Props = {
  place: DOMRect;
  passage: Passage;
  draft: CommentDraft;
  onDraft: (draft: CommentDraft) => void;
  onDone: () => void;
  onCancel: () => void;
};

/** A small window for a comment on a passage, or for what should stand in its place. Left with Escape, it keeps what was written for next time. */
export function CommentPopover({ place, passage, draft, onDraft, onDone, onCancel }: Props) {
  const { comments } = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  const done = () => {
    const isNothing =
      draft.replacement === null ? draft.text.trim() === '' : draft.replacement === passage.text;
    setEmpty(isNothing);
    if (!isNothing) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isDone && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (isDone) done();
    else onCancel();
  };
  return (
    <Popover
      opened
      onDismiss={onCancel}
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
      <Popover.Dropdown className="han" aria-label={comments.write} onKeyDown={onKeyDown}>
        <p className="comment-passage">{passage.text}</p>
        <Textarea
          data-autofocus
          ref={box}
          autosize
          minRows={2}
          maxRows={8}
          aria-label={comments.text}
          placeholder={draft.replacement === null ? comments.text : comments.reason}
          value={draft.text}
          maxLength={5_000}
          error={
            isEmpty ? (draft.replacement === null ? comments.empty : comments.same) : undefined
          }
          onChange={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
        />
        <Checkbox
          mt={8}
          size="sm"
          label={comments.suggest}
          description={passage.isOneLine ? undefined : comments.suggestOneLine}
          disabled={!passage.isOneLine}
          checked={draft.replacement !== null}
          onChange={(event) =>
            onDraft({ ...draft, replacement: event.currentTarget.checked ? passage.text : null })
          }
        />
        {draft.replacement !== null && (
          <Textarea
            mt={8}
            autosize
            minRows={1}
            maxRows={8}
            aria-label={comments.replacement}
            description={comments.replacementHint}
            value={draft.replacement}
            maxLength={10_000}
            onChange={(event) =>
              onDraft({ ...draft, replacement: event.currentTarget.value.replaceAll('\n', '') })
            }
          />
        )}
        <div className="editor-popover-actions">
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {comments.cancel}
          </Button>
          <Button size="compact-sm" title="Ctrl+Enter" onClick={done}>
            {comments.done}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
