import { call, failureOf } from '../api/client.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { bring } from './arrivals.ts';

/** Brings the packs that chosen or dropped places stand for to be looked at. Answers whether there were any. */
export function useBring(): (places: readonly string[]) => Promise<boolean> {
  const { words, count } = useSpeech();
  const notices = useNotices();
  return async (places) => {
    try {
      const { items, total } = await call('inbox.find', { places: [...places] });
      if (items.length === 0) {
        notices.say(words.inbox.noneInFolder);
        return false;
      }
      if (total > items.length) notices.say(words.inbox.tooMany(count(items.length)));
      void bring(items);
      return true;
    } catch (error) {
      notices.fail(failureOf(error));
      return false;
    }
  };
}
