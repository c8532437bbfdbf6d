import type { Attachment } from '../../shared/contract/attachments.ts';
import { portableFileName, splitFileName } from '../../shared/text/file-name.ts';
import { call, failureOf } from '../api/client.ts';
import { jobNamed } from '../api/jobs.ts';
import { useJob } from '../api/use-job.ts';
import { useNotices } from '../app/notices.tsx';
import { takeOut } from '../preflight/copying.ts';
import { useDocumentStatus } from '../records/document-status.ts';
import { useWords } from '../app/words.tsx';

/** Asks whether it may leave as it is, asks for a place, writes the attachment there, and tells how it went. */
export function useSaveAs() {
  const { attachments } = useWords();
  const notices = useNotices();
  const status = useDocumentStatus();
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
  const ask = (attachment: Attachment) => {
    const { recordId, name } = attachment;
    const marking = status?.record.id === recordId ? status.fields.marking : null;
    takeOut({ recordId, marking }, name, () => void saveAs(attachment));
  };
  return { start: ask, running: isRunning ? job : undefined, cancel };
}
