import { Kbd } from '@mantine/core';
import { keysOf, type ShortcutId } from '../app/shortcuts/shortcuts.ts';
import { useWords } from '../app/words.tsx';
import { Facts } from '../ui/facts.tsx';
import { PageSection } from '../ui/page.tsx';

/** The keys used most. They are names of keys, the same in every language. */
const keys = {
  search: 'search',
  newRecord: 'newRecord',
  importFiles: 'import',
  lock: 'lock',
  navigation: 'navigation',
  inspector: 'inspector',
  panes: 'nextPane',
} as const satisfies Record<string, ShortcutId>;

export function KeyList() {
  const { settings } = useWords();
  const names = Object.keys(keys) as (keyof typeof keys)[];
  return (
    <PageSection title={settings.keys}>
      <Facts
        facts={names.map((name) => ({
          name: settings.shortcuts[name],
          value: <Kbd>{keysOf(keys[name])}</Kbd>,
        }))}
      />
    </PageSection>
  );
}
