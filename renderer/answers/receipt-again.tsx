import { Button } from '@mantine/core';
import { call, failureOf } from '../api/client.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';

/** The receipt that answered for a pack, once more: the same bytes, in a folder that the person chooses. */
export function ReceiptAgain({ packId }: { packId: string }) {
  const { answers } = useWords();
  const notices = useNotices();
  const run = async () => {
    const { folder } = await call('window.chooseFolder', { title: answers.chooseFolder });
    if (folder === null) return;
    const done = await call('receipts.again', { packId, folder });
    notices.say(answers.written('1'), {
      label: answers.showInFolder,
      run: () => void call('window.showFile', { file: done.file }).catch(() => undefined),
    });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        run().catch((error: unknown) => notices.fail(failureOf(error)));
      }}
    >
      {answers.again}
    </Button>
  );
}
