import { Kbd } from '@mantine/core';
import { useWords } from '../app/words.tsx';
import { Facts } from '../ui/facts.tsx';
import { PageSection } from '../ui/page.tsx';

/** The keys of the window. They are names of keys, the same in every language. */
const keys = {
  search: 'Ctrl+F',
  newRecord: 'Ctrl+N',
  importFiles: 'Ctrl+O',
  lock: 'Ctrl+L',
  navigation: 'Ctrl+\\',
  inspector: 'Ctrl+Shift+\\',
  panes: 'F6',
} as const;

export function KeyList() {
  const { settings } = useWords();
  const names = Object.keys(keys) as (keyof typeof keys)[];
  return (
    <PageSection title={settings.keys}>
      <Facts
        facts={names.map((name) => ({
          name: settings.shortcuts[name],
          value: <Kbd>{keys[name]}</Kbd>,
        }))}
      />
    </PageSection>
  );
}
