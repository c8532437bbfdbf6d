import { useRef } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { call, failureOf } from '../api/client.ts';
import { useNotices } from '../app/notices.tsx';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { MOST_CHOSEN } from '../records/listing/use-choosing.ts';

type Choosing = {
  choose: (index: number, hit: SearchHit | undefined, how: 'toggle' | 'range') => void;
  chooseAll: () => void;
  chooseNone: () => void;
  begin: (index: number) => void;
};

/** Choosing several hits, as in the lists; what is needed of each record to do something with it is read then. */
export function useChoosingHits(question: CallInput<'search.find'>, total: number): Choosing {
  const { chosen, setChosen } = useView();
  const { fields } = useWords();
  const notices = useNotices();
  const anchor = useRef(0);

  const add = async (before: typeof chosen, ids: RecordId[]) => {
    if (ids.length === 0) return;
    try {
      const { items } = await call('records.summaries', { ids });
      setChosen(new Map([...before, ...items.map((item) => [item.id, item] as const)]));
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  const chooseRange = async (from: number, to: number) => {
    const limit = Math.min(MOST_CHOSEN, to - from + 1);
    try {
      const { hits } = await call('search.find', { ...question, offset: from, limit });
      await add(
        new Map(),
        hits.map(({ id }) => id),
      );
      if (to - from + 1 > limit) notices.say(fields.chosenAtMost);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return {
    choose: (index, hit, how) => {
      if (how === 'range') {
        void chooseRange(Math.min(anchor.current, index), Math.max(anchor.current, index));
        return;
      }
      anchor.current = index;
      if (hit === undefined) return;
      const next = new Map(chosen);
      if (next.delete(hit.id)) setChosen(next);
      else if (next.size >= MOST_CHOSEN) notices.say(fields.chosenAtMost);
      else void add(next, [hit.id]);
    },
    chooseAll: () => void (total > 0 && chooseRange(0, total - 1)),
    chooseNone: () => setChosen(new Map()),
    begin: (index) => {
      anchor.current = index;
      if (chosen.size > 0) setChosen(new Map());
    },
  };
}
