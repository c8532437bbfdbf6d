import type { CallOutput } from '../../shared/contract/index.ts';
import type { SourceId } from '../../shared/contract/sources.ts';
import { call, failureOf } from '../api/client.ts';
import { jobNamed } from '../api/jobs.ts';
import { useJob } from '../api/use-job.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';

/** CSL-JSON in and out. `onReport` gets what an import could not take whole; a smooth one is told in a sentence. */
export function useExchange(onReport: (report: CallOutput<'sources.import'>) => void) {
  const { words, count } = useSpeech();
  const { sources } = words;
  const notices = useNotices();
  const importing = useJob('sources.import');
  const exporting = useJob('sources.export');

  const importFile = async () => {
    try {
      const { files } = await call('window.chooseFiles', {
        title: sources.importTitle,
        extensions: ['json'],
      });
      const [file] = files;
      if (file === undefined) return;
      const report = await importing.start({ file });
      const ended = jobNamed('sources.import');
      importing.forget();
      if (report === undefined) {
        if (ended?.state === 'failed') notices.fail(ended.failure);
      } else if (report.skipped.length > 0 || report.notKept.length > 0) onReport(report);
      else notices.say(importedText(report));
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  const importedText = ({ imported, known }: CallOutput<'sources.import'>) =>
    sources.imported(count(imported)) + (known > 0 ? sources.known(count(known)) : '');

  const exportSources = async (ids: readonly SourceId[]) => {
    try {
      const { file } = await call('window.chooseNewFile', {
        title: sources.exportTitle,
        name: `${sources.exportName}.json`,
        extension: 'json',
      });
      if (file === null) return;
      const done = await exporting.start({ ids: [...ids], file });
      const ended = jobNamed('sources.export');
      exporting.forget();
      if (done === undefined) {
        if (ended?.state === 'failed') notices.fail(ended.failure);
        return;
      }
      const left = done.leftOut > 0 ? sources.leftOut(count(done.leftOut)) : '';
      notices.say(sources.exported(count(done.exported)) + left, {
        label: sources.showInFolder,
        run: () => void call('window.showFile', { file }).catch(() => undefined),
      });
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return { importFile: () => void importFile(), exportSources };
}
