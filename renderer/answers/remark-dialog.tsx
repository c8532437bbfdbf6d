import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { passageIn } from './passage-in.ts';

type Props = { record: FullRecord; selected: string; onClose: () => void };

/** A remark on words of a received record, which were selected in it or are written here as they stand there. */
export function RemarkDialog({ record, selected, onClose }: Props) {
  const { answers } = useWords();
  const add = useCommand('received.comment');
  const [id] = useState(() => crypto.randomUUID());
  const [words, setWords] = useState(selected);
  const [text, setText] = useState('');
  const [replacement, setReplacement] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const found = passageIn(record.document, words);
  const isEmpty = text.trim() === '' && replacement === null;
  const keep = async () => {
    setTried(true);
    if (found === null || isEmpty) return;
    const done = await add.run({ recordId: record.id, id, ...found, replacement, text });
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      title={answers.remarkTitle}
      onClose={onClose}
      onSubmit={() => void keep()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {answers.cancel}
          </Button>
          <Button type="submit" loading={add.isRunning}>
            {answers.add}
          </Button>
        </>
      }
    >
      <Textarea
        classNames={{ input: 'han' }}
        label={answers.passage}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={words}
        error={(isTried || selected !== '') && found === null ? answers.passageNotFound : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Textarea
        mt={12}
        data-autofocus
        label={answers.text}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={text}
        error={isTried && isEmpty ? answers.textEmpty : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Checkbox
        mt={12}
        label={answers.suggest}
        checked={replacement !== null}
        onChange={(event) => setReplacement(event.currentTarget.checked ? words.trim() : null)}
      />
      {replacement !== null && (
        <Textarea
          mt={8}
          classNames={{ input: 'han' }}
          aria-label={answers.suggest}
          description={answers.suggestHint}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={5000}
          value={replacement}
          onChange={(event) => setReplacement(event.currentTarget.value.replaceAll('\n', ''))}
        />
      )}
      {add.failure !== undefined && <FailureNotice failure={add.failure} />}
    </Dialog>
  );
}
