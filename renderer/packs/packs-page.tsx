import { Button } from '@mantine/core';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import { SentPacks } from './sent-packs.tsx';

/** Making packs, verifying packs, and the packs made so far. */
export function PacksPage() {
  const { packs } = useWords();
  const { show } = useView();
  return (
    <Page title={packs.title}>
      <PageSection
        title={packs.export}
        text={packs.exportHint}
        actions={<Button onClick={() => show('export')}>{packs.export}</Button>}
      ></PageSection>
      <PageSection
        title={packs.verify}
        text={packs.verifyHint}
        actions={
          <Button variant="default" onClick={() => show('verify')}>
            {packs.verify}
          </Button>
        }
      />
      <SentPacks />
    </Page>
  );
}
