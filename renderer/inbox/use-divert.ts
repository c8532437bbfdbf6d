import { useView } from '../app/view.tsx';
import { useBring } from './use-bring.ts';

const isPack = (path: string) => /\.jzpack$/iu.test(path);
/** A folder, as far as its name says: files end in a few letters. */
const isFolder = (path: string) => !/\.[a-z]\w{0,7}$/iu.test(path);

/**
 * Packs go to the inbox wherever on the window they fall, and so do folders that fall on the inbox itself; answers what else fell.
 */
export function useDivert(): (paths: readonly string[]) => readonly string[] {
  const { go, show, place } = useView();
  const bring = useBring();
  const isMeant = (path: string) => isPack(path) || (place.at === 'inbox' && isFolder(path));
  return (paths) => {
    const packs = paths.filter(isMeant);
    if (packs.length > 0) {
      show(null);
      go({ at: 'inbox' });
      void bring(packs);
    }
    return paths.filter((path) => !isMeant(path));
  };
}
