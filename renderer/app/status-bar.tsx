import { UnstyledButton } from '@mantine/core';
import { useJobs } from '../api/use-job.ts';
import type { JobName } from '../api/jobs.ts';
import { useReadTexts } from '../attachments/use-read-texts.ts';
import { useSurvey } from '../editor/survey/survey.ts';
import { SaveState } from '../records/save-state.tsx';
import { useDocumentStatus } from '../records/document-status.ts';
import { useWorkspace } from './session.tsx';
import styles from './status-bar.module.css';
import { useView, type DialogName, type Place } from './view.tsx';
import { useSpeech } from './words.tsx';

/** Where each job's own progress and stop button are. */
const homes: Partial<Record<JobName, DialogName | Place>> = {
  'records.import': 'import',
  'packs.export': 'export',
  'guidance.write': 'guide',
  'documents.write': 'document',
  'window.writePdf': 'document',
  'window.print': 'document',
  'packs.verify': 'verify',
  'attachments.readTexts': { at: 'settings' },
  'search.check': { at: 'settings' },
  'search.rebuild': { at: 'settings' },
};

/** Saved when, how long the text is, what runs in the background, which workspace. */
export function StatusBar() {
  const { words, count } = useSpeech();
  const workspace = useWorkspace();
  const view = useView();
  useReadTexts();
  const status = useDocumentStatus();
  const running = useJobs().filter((job) => job.state === 'running');
  const goHome = (name: JobName) => {
    const home = homes[name];
    if (typeof home === 'string') view.show(home);
    else if (home !== undefined) view.go(home);
  };
  return (
    <footer className={styles.bar} aria-label={words.app.statusBar}>
      {status !== null && (
        <>
          <SaveState status={status} />
          <Characters stored={status.characters} />
          {status.fields.marking !== null && (
            <span className={styles.marking}>{words.fields.markings[status.fields.marking]}</span>
          )}
        </>
      )}
      <span className={styles.space} />
      {running.map((job) => (
        <UnstyledButton key={job.jobId} className={styles.job} onClick={() => goHome(job.name)}>
          {words.app.running(
            words.app.jobs[job.name],
            job.progress.total > 0
              ? words.app.ofTotal(count(job.progress.done), count(job.progress.total))
              : '',
          )}
        </UnstyledButton>
      ))}
      <span className={styles.workspace}>{words.app.newWorkIn(workspace.name)}</span>
    </footer>
  );
}

/** How long the section is that one writes in, and the whole; as it stands on the screen, else as it was stored. */
function Characters({ stored }: { stored: number }) {
  const { words, count } = useSpeech();
  const survey = useSurvey();
  const whole = survey?.sections.reduce((sum, { characters }) => sum + characters, 0) ?? stored;
  const here = survey?.sections.find(({ key }) => key === survey.here.section);
  return (
    <>
      {here !== undefined && here.heading !== '' && (
        <span>{words.writing.sectionCharacters(here.heading, count(here.characters))}</span>
      )}
      <span>{words.writing.wholeCharacters(count(whole))}</span>
    </>
  );
}
