import { useRef } from 'react';
import type { RecordId, RecordSummary } from '../../../shared/contract/records.ts';
import { failureOf } from '../../api/client.ts';
import { useNotices } from '../../app/notices.tsx';
import { useView } from '../../app/view.tsx';
import { useWords } from '../../app/words.tsx';
import { readLines, type Shown } from './use-lines.ts';

/** No operation takes more at once. */
export const MOST_CHOSEN = 500;

export type How = 'toggle' | 'range';

/**
 * Choosing several rows: one by one, or all from the row chosen before to this one, which may lie on pages that are not here
 * yet. In groups the heads between are passed over.
 */
export function useChoosing(shown: Shown): {
  choose: (index: number, item: RecordSummary | undefined, how: How) => void;
  chooseAll: (total: number) => void;
  chooseNone: () => void;
  /** A plain click opens a row and is where the next range begins. */
  begin: (index: number) => void;
} {
  const { chosen, setChosen } = useView();
  const { fields } = useWords();
  const notices = useNotices();
  const anchor = useRef(0);

  const chooseRange = async (from: number, to: number) => {
    const limit = Math.min(MOST_CHOSEN, to - from + 1);
    try {
      const { items } = await readLines(shown, from, limit);
      const found = items.flatMap((line) => (line.type === 'record' ? [line.record] : []));
      setChosen(new Map(found.map((record) => [record.id, record])));
      if (to - from + 1 > limit) notices.say(fields.chosenAtMost);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return {
    choose: (index, item, how) => {
      if (how === 'range') {
        void chooseRange(Math.min(anchor.current, index), Math.max(anchor.current, index));
        return;
      }
      anchor.current = index;
      if (item === undefined) return;
      const next = new Map<RecordId, RecordSummary>(chosen);
      if (!next.delete(item.id)) next.set(item.id, item);
      if (next.size > MOST_CHOSEN) notices.say(fields.chosenAtMost);
      else setChosen(next);
    },
    chooseAll: (total) => void (total > 0 && chooseRange(0, total - 1)),
    chooseNone: () => setChosen(new Map()),
    begin: (index) => {
      anchor.current = index;
      if (chosen.size > 0) setChosen(new Map());
    },
  };
}
