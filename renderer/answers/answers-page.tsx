import { useWords } from '../app/words.tsx';
import { useWorkspace } from '../app/session.tsx';
import { Page } from '../ui/page.tsx';
import { Alarms } from './alarms.tsx';
import { DeadlinesForm } from './deadlines-form.tsx';
import { DueReceipts } from './due-receipts.tsx';
import { SilentOffices } from './silent-offices.tsx';
import { StandingRecords } from './standing-records.tsx';
import { ToDo } from './to-do.tsx';
import { UnansweredPacks } from './unanswered-packs.tsx';

/** Everything about answers: what waits, receipts to write, records to deal with, packs nobody answered for. */
export function AnswersPage() {
  const { answers } = useWords();
  const isDesk = useWorkspace().kind !== 'contact-point';
  return (
    <Page title={answers.title}>
      <Alarms />
      <ToDo />
      <DueReceipts />
      {isDesk && <StandingRecords />}
      {isDesk && <DeadlinesForm />}
      {isDesk && <SilentOffices />}
      <UnansweredPacks />
    </Page>
  );
}
