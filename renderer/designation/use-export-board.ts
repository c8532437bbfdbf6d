import { call, failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';

/** Writes the open board or a decision to a file that the person chooses. */
export function useExportBoard() {
  const { words, count } = useSpeech();
  const { designation } = words;
  const notices = useNotices();
  const run = async (name: string, id: CallInput<'designation.export'>['id']) => {
    const { file } = await call('window.chooseNewFile', {
      title: designation.exportTitle,
      name: `${name}.csv`,
      extension: 'csv',
    });
    if (file === null) return;
    const input = id === undefined ? { file } : { id, file };
    const { candidates } = await callCommand('designation.export', input);
    notices.say(designation.exported(count(candidates)), {
      label: designation.showInFolder,
      run: () => void call('window.showFile', { file }).catch(() => undefined),
    });
  };
  return (name: string, id?: CallInput<'designation.export'>['id']) => {
    run(name, id).catch((error: unknown) => notices.fail(failureOf(error)));
  };
}
