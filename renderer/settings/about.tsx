import { usePreferences } from '../app/preferences.tsx';
import { useWords } from '../app/words.tsx';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageSection } from '../ui/page.tsx';

/** Version, runtime, and that nothing goes over the network. */
export function About() {
  const { settings } = useWords();
  const { start } = usePreferences();
  return (
    <PageSection title={settings.about}>
      <Facts
        facts={[
          { name: settings.version, value: start.version },
          { name: settings.runtime, value: settings.runtimeElectron(start.electronVersion) },
          { name: settings.network, value: settings.networkText },
          { name: settings.parts, value: settings.partsText },
        ]}
      />
      {start.isTrialRuntime && (
        <Notice tone="care" title={settings.trial}>
          {settings.trialText}
        </Notice>
      )}
    </PageSection>
  );
}
