import type { RecordId } from '../../shared/contract/records.ts';
import { call, failureOf } from '../api/client.ts';
import { commands, type Wiring } from '../app/commands/commands.ts';
import { flushAll } from '../app/flush.ts';
import { useNotices } from '../app/notices.tsx';
import { useOpenSaved } from '../saved-searches/use-open-saved.ts';
import type { Choice } from './choices.ts';
import { splitKey } from './palette-option.tsx';

/** Does what was chosen in the palette, and remembers it. */
export function useChoose(wiring: Wiring): (choice: Choice) => void {
  const notices = useNotices();
  const openSaved = useOpenSaved();
  const { view } = wiring;
  const openSavedById = async (id: string) => {
    try {
      const { items } = await call('savedSearches.list', {});
      const item = items.find((one) => one.id === id);
      if (item !== undefined) openSaved(item);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return (choice) => {
    if (choice.type === 'search') {
      view.search(choice.text);
      wiring.focusSearch();
      return;
    }
    const { key } = choice.entry;
    // What was used is a convenience, so a failure is nobody's news.
    call('palette.use', { key: key.slice(0, 200) }).catch(() => undefined);
    const [type, rest] = splitKey(key);
    if (type === 'command') commands.find(({ id }) => id === rest)?.run(wiring);
    else if (type === 'saved') void openSavedById(rest);
    else if (type === 'tag') {
      view.search('');
      view.setFinding({
        scope: 'all',
        where: [{ list: 'tag', codes: [rest], isExcluded: false }],
        order: 'newest',
        saved: null,
      });
      if (view.place.at !== 'records') view.go({ at: 'records', kind: 'all' });
    } else {
      const id = rest as RecordId;
      void flushAll().then(() => view.open({ id, terms: [], section: null }));
    }
  };
}
