import { useView } from '../app/view.tsx';
import { useBring } from './use-bring.ts';

const isPack = (path: string) => /\.jzpack$/iu.test(path);

/** Packs go to the inbox wherever on the window they fall; answers what else fell. */
export function useDivert(): (paths: readonly string[]) => readonly string[] {
  const { go, show } = useView();
  const bring = useBring();
  return (paths) => {
    const packs = paths.filter(isPack);
    if (packs.length > 0) {
      show(null);
      go({ at: 'inbox' });
      void bring(packs);
    }
    return paths.filter((path) => !isPack(path));
  };
}
