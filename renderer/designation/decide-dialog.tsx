import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

type Props = { board: CallOutput<'designation.board'>; onClose: () => void };

/** The decision with its reasons; says exactly what will be on record. */
export function DecideDialog({ board, onClose }: Props) {
  const { words, count } = useSpeech();
  const { app, designation } = words;
  const notices = useNotices();
  const [name, setName] = useState('');
  const [reasons, setReasons] = useState('');
  const [isTried, setTried] = useState(false);
  const decide = useCommand('designation.decide');
  const submit = async () => {
    setTried(true);
    if (name.trim() === '' || reasons.trim() === '' || decide.isRunning) return;
    if ((await decide.run({ name, reasons })) === undefined) return;
    notices.say(designation.recorded(name.trim()));
    onClose();
  };
  return (
    <Dialog
      title={designation.decideTitle}
      width={600}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" loading={decide.isRunning}>
            {designation.record}
          </Button>
        </>
      }
    >
      <p>{designation.decideText(count(board.chosen), count(board.uncovered.length))}</p>
      <TextInput
        mt={12}
        label={designation.decisionName}
        placeholder={designation.decisionNameHint}
        withAsterisk
        aria-required
        data-autofocus
        maxLength={100}
        value={name}
        error={isTried && name.trim() === '' ? designation.nameWrong : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        mt={12}
        label={designation.reasons}
        withAsterisk
        aria-required
        autosize
        minRows={4}
        maxRows={12}
        maxLength={20_000}
        value={reasons}
        error={isTried && reasons.trim() === '' ? designation.reasonsWrong : null}
        onChange={(event) => setReasons(event.currentTarget.value)}
      />
      {decide.failure !== undefined && <FailureNotice failure={decide.failure} />}
    </Dialog>
  );
}
