import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useSpeech } from '../app/words.tsx';
import styles from './comments.module.css';

type Props = { onSend: (text: string) => Promise<void>; onCancel: () => void };

/** An answer in a thread. Keys belong to the input method while it composes. */
export function Reply({ onSend, onCancel }: Props) {
  const { comments } = useSpeech().words;
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const send = () => {
    if (text.trim() !== '') void onSend(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && text === '') onCancel();
  };
  return (
    <div>
      <Textarea
        ref={box}
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        aria-label={comments.replyText}
        placeholder={comments.replyText}
        value={text}
        maxLength={5_000}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.actions}>
        <Button size="compact-xs" title="Ctrl+Enter" onClick={send}>
          {comments.send}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {comments.cancel}
        </Button>
      </div>
    </div>
  );
}
