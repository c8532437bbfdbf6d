import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type {
  MarkFilter,
  RecordId,
  RecordKind,
  RecordOrder,
  RecordSummary,
} from '../../shared/contract/records.ts';

/** What the navigation leads to. */
export type Place =
  | { at: 'records'; kind: RecordKind | 'all' }
  | { at: 'trash' }
  | { at: 'sources' }
  | { at: 'packs' }
  | { at: 'points' }
  | { at: 'settings' };
export type DialogName = 'new-record' | 'import' | 'export' | 'verify' | 'enrol';
/** A record on the screen. `terms` are marked in it; `section` is where to begin reading. */
export type Opened = { id: RecordId; terms: readonly string[]; section: string | null };

/** How lists are sorted, and what they are filtered by. */
export type Listing = { order: RecordOrder; isDescending: boolean; where: readonly MarkFilter[] };
type Chosen = ReadonlyMap<RecordId, RecordSummary>;

type View = {
  place: Place;
  go: (place: Place) => void;
  opened: Opened | null;
  open: (opened: Opened) => void;
  close: () => void;
  /** What is searched for; empty when nobody searches. */
  query: string;
  search: (query: string) => void;
  listing: Listing;
  setListing: (change: Partial<Listing>) => void;
  /** Records of the list chosen to do something with together. */
  chosen: Chosen;
  setChosen: (chosen: Chosen) => void;
  dialog: DialogName | null;
  show: (dialog: DialogName | null) => void;
  /** Opens the import with what was dropped on the window. */
  showImport: (paths: readonly string[]) => void;
  dropped: readonly string[];
};

const newListing: Listing = { order: 'changed', isDescending: true, where: [] };
const ViewContext = createContext<View | null>(null);
export const isListPlace = (place: Place) => place.at === 'records' || place.at === 'trash';

/** Where one is in the window. It dies with the lock, so that nothing of the last session is on the screen of the next. */
export function ViewProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place>({ at: 'records', kind: 'all' });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [query, setQuery] = useState('');
  const [listing, setListing] = useState<Listing>(newListing);
  const [chosen, setChosen] = useState<Chosen>(() => new Map());
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const view = useMemo<View>(
    () => ({
      place,
      go: (next) => {
        setPlace(next);
        setQuery('');
        setChosen(new Map());
        setListing((before) => ({ ...before, where: [] }));
      },
      opened,
      open: (next) => {
        setOpened(next);
        setPlace((before) => (isListPlace(before) ? before : { at: 'records', kind: 'all' }));
      },
      close: () => setOpened(null),
      query,
      search: (next) => {
        setQuery(next);
        if (next !== '')
          setPlace((before) => (isListPlace(before) ? before : { at: 'records', kind: 'all' }));
      },
      listing,
      setListing: (change) => {
        setListing((before) => ({ ...before, ...change }));
        setChosen(new Map());
      },
      chosen,
      setChosen,
      dialog,
      show: (next) => {
        setDropped([]);
        setDialog(next);
      },
      showImport: (paths) => {
        setDropped(paths);
        setDialog('import');
      },
      dropped,
    }),
    [place, opened, query, listing, chosen, dialog, dropped],
  );
  return <ViewContext value={view}>{children}</ViewContext>;
}

export function useView(): View {
  const view = use(ViewContext);
  if (view === null) throw new Error('useView needs a ViewProvider');
  return view;
}
