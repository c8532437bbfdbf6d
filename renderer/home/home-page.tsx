import { ToDo } from '../answers/to-do.tsx';
import { useWords } from '../app/words.tsx';
import { Page } from '../ui/page.tsx';
import { CallsHere } from './calls-here.tsx';
import { ContinueLast } from './continue-last.tsx';
import { WhatIsNew } from './what-is-new.tsx';

/** What somebody wants to know who sits down: where they were, calls that run, guidance that came, what waits. */
export function HomePage() {
  const { guidance } = useWords();
  return (
    <Page title={guidance.home}>
      <ContinueLast />
      <CallsHere />
      <WhatIsNew />
      <ToDo />
    </Page>
  );
}
