import type { Attachment } from '../../shared/contract/attachments.ts';
import { portableFileName, splitFileName } from '../../shared/text/file-name.ts';
import { call, failureOf } from '../api/client.ts';
import { jobNamed } from '../api/jobs.ts';
import { useJob } from '../api/use-job.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';

/** Asks for a place, writes the attachment there, and tells how it went. */
export function useSaveAs() {
  const { attachments } = useWords();
  const notices = useNotices();
  const { job, isRunning, start, cancel, forget } = useJob('attachments.saveAs');

  const choosePlace = (name: string) =>
    call('window.chooseNewFile', {
      title: attachments.saveAsTitle,
      name,
      extension: splitFileName(name).extension || null,
    });
  const saveAs = async ({ id, name }: Attachment) => {
    try {
      const { file } = await choosePlace(portableFileName(name));
      if (file === null) return;
      const saved = await start({ id, file });
      const ended = jobNamed('attachments.saveAs');
      if (saved !== undefined) {
        notices.say(attachments.saved(name), {
          label: attachments.showInFolder,
          run: () => void call('window.showFile', { file }).catch(() => undefined),
        });
      } else if (ended?.state === 'failed') notices.fail(ended.failure);
      forget();
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return { start: saveAs, running: isRunning ? job : undefined, cancel };
}
