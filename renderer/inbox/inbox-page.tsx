import { Button } from '@mantine/core';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import { Arrivals } from './arrivals-section.tsx';
import { Came } from './came-section.tsx';
import { HeldEpochs } from './held-section.tsx';
import { useBring } from './use-bring.ts';

/** Packs that somebody brought: looked at, explained, accepted or declined; and those that came in before. */
export function InboxPage() {
  const { inbox } = useWords();
  const chooseFiles = useCommand('window.chooseFiles');
  const chooseFolder = useCommand('window.chooseFolder');
  const bring = useBring();
  const files = async () => {
    const chosen = await chooseFiles.run({ title: inbox.chooseTitle, extensions: ['jzpack'] });
    if (chosen !== undefined && chosen.files.length > 0) await bring(chosen.files);
  };
  const folder = async () => {
    const chosen = await chooseFolder.run({ title: inbox.chooseFolderTitle });
    if (chosen !== undefined && chosen.folder !== null) await bring([chosen.folder]);
  };
  return (
    <Page title={inbox.title}>
      <PageSection
        title={inbox.bring}
        text={inbox.bringText}
        actions={
          <>
            <Button onClick={() => void files()}>{inbox.chooseFiles}</Button>
            <Button variant="default" onClick={() => void folder()}>
              {inbox.chooseFolder}
            </Button>
          </>
        }
      >
        {chooseFiles.failure !== undefined && <FailureNotice failure={chooseFiles.failure} />}
        {chooseFolder.failure !== undefined && <FailureNotice failure={chooseFolder.failure} />}
      </PageSection>
      <Arrivals />
      <HeldEpochs />
      <Came />
    </Page>
  );
}
