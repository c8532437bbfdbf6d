import { SegmentedControl, Select } from '@mantine/core';
import type { Language, OpensWith, Reading, Theme } from '../../shared/contract/window.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { firstPlaces, languages, readings, themes } from '../app/languages.ts';
import { usePreferences } from '../app/preferences.tsx';
import { useWorkspace } from '../app/session.tsx';
import { useWords } from '../app/words.tsx';
import { Facts } from '../ui/facts.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import { SecretsSection } from '../workspace/secrets-section.tsx';
import { ProfilesSection } from '../profiles/profiles-section.tsx';
import { SamplesSection } from '../samples/samples-section.tsx';
import { AuditSection } from '../audit/audit-section.tsx';
import { About } from './about.tsx';
import { ReadingSection } from '../attachments/reading-section.tsx';
import { IndexSection } from './index-section.tsx';
import { KeyList } from './key-list.tsx';

export function SettingsPage() {
  const { settings } = useWords();
  return (
    <Page title={settings.title}>
      <Appearance />
      <WorkspaceFacts />
      <SecretsSection />
      <ProfilesSection />
      <SamplesSection />
      <IndexSection />
      <ReadingSection />
      <AuditSection />
      <KeyList />
      <About />
    </Page>
  );
}

function Appearance() {
  const { settings } = useWords();
  const { preferences, setPreferences } = usePreferences();
  return (
    <PageSection title={settings.appearance}>
      <Facts
        facts={[
          {
            name: settings.language,
            value: (
              <Select<Language>
                aria-label={settings.language}
                w={200}
                allowDeselect={false}
                value={preferences.language}
                data={languages.map((value) => ({ value, label: settings.languages[value] }))}
                onChange={(language) => language !== null && setPreferences({ language })}
              />
            ),
          },
          {
            name: settings.theme,
            value: (
              <SegmentedControl<Theme>
                aria-label={settings.theme}
                value={preferences.theme}
                data={themes.map((value) => ({ value, label: settings.themes[value] }))}
                onChange={(theme) => setPreferences({ theme })}
              />
            ),
          },
          {
            name: settings.reading,
            value: (
              <SegmentedControl<Reading>
                aria-label={settings.reading}
                value={preferences.reading}
                data={readings.map((value) => ({ value, label: settings.readings[value] }))}
                onChange={(reading) => setPreferences({ reading })}
              />
            ),
          },
          {
            name: settings.opensWith,
            value: (
              <SegmentedControl<OpensWith>
                aria-label={settings.opensWith}
                value={preferences.opensWith}
                data={firstPlaces.map((value) => ({ value, label: settings.firstPlaces[value] }))}
                onChange={(opensWith) => setPreferences({ opensWith })}
              />
            ),
          },
        ]}
      />
    </PageSection>
  );
}

function WorkspaceFacts() {
  const { settings, workspace: words, workspaceKinds } = useWords();
  const workspace = useWorkspace();
  return (
    <PageSection title={settings.workspace}>
      <Facts
        facts={[
          { name: words.name, value: workspace.name },
          { name: words.kind, value: workspaceKinds[workspace.kind] },
          { name: settings.folder, value: workspace.folder },
          { name: settings.createdAt, value: formatDate(workspace.createdAt) },
        ]}
      />
    </PageSection>
  );
}
