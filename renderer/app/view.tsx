import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type {
  Library,
  MarkFilter,
  RecordId,
  RecordKind,
  RecordOrder,
  RecordSummary,
} from '../../shared/contract/records.ts';

import type { RegistryId } from '../../shared/contract/registry.ts';
import type { SavedSearchId } from '../../shared/contract/saved-searches.ts';
import type { FacetFilter, SearchOrder } from '../../shared/contract/search.ts';
import { usePreferences } from './preferences.tsx';

export type AnswersPart = 'receipts' | 'standing' | 'unanswered' | 'silent';
export type OthersLibrary = Exclude<Library, 'own'>;
/** What the navigation leads to. */
export type Place =
  | { at: 'records'; kind: RecordKind | 'all' }
  /** What other offices sent. */
  | { at: 'library'; library: OthersLibrary }
  /** What is new, and the calls that are open. */
  | { at: 'home' }
  | { at: 'inbox' }
  | { at: 'trash' }
  | { at: 'sources' }
  /** The searches that a record calls for; and a precedent search report at work. */
  | { at: 'precedent-offer'; recordId: RecordId }
  | { at: 'precedent-report'; id: RecordId }
  | { at: 'packs' }
  /** Receipts, received records and their states; and what offices asked one another. */
  /** `part`: where to begin on the page. */
  | { at: 'answers'; part?: AnswersPart }
  | { at: 'messages' }
  /** Of a provincial office alone. */
  | { at: 'endorsements' }
  /** Of a desk or a provincial office alone. */
  | { at: 'situation'; officeId?: RegistryId }
  /** Guidance sent, and calls with their answers. */
  | { at: 'guide' }
  | { at: 'registry'; id?: RegistryId }
  | { at: 'designation' }
  | { at: 'points' }
  | { at: 'settings' };
export type DialogName =
  | 'new-record'
  | 'import'
  | 'export'
  /** Composing guidance. */
  | 'guide'
  | 'document'
  | 'verify'
  | 'enrol'
  | 'similar-passage';
/** A record on the screen. `terms` are marked in it; `section` is where to begin reading. */
export type Opened = { id: RecordId; terms: readonly string[]; section: string | null };

/** How lists are sorted, and what they are filtered by. */
export type Listing = {
  order: RecordOrder;
  isDescending: boolean;
  where: readonly MarkFilter[];
  /** Looked for in the trash, which no search finds. */
  words: string;
};
/** Beside the words: where one searches, by what the answers are filtered and sorted. `saved`: the saved search one came by. */
export type Finding = {
  scope: 'all' | 'own' | 'precedent' | 'received' | 'guidance';
  where: readonly FacetFilter[];
  order: SearchOrder;
  saved: { id: SavedSearchId; query: string; seenAt: number } | null;
};
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
  /** The same from the box itself, which may hold more by then. */
  searchTyped: (query: string) => void;
  /** Counts the queries that did not come from the box: it shows them and drops what it was about to ask. */
  asked: number;
  isSearching: boolean;
  finding: Finding;
  setFinding: (change: Partial<Finding>) => void;
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

const newListing: Listing = { order: 'changed', isDescending: true, where: [], words: '' };
const newFinding: Finding = { scope: 'all', where: [], order: 'relevance', saved: null };
const ViewContext = createContext<View | null>(null);
export const isListPlace = (place: Place) =>
  place.at === 'records' || place.at === 'library' || place.at === 'trash';

/** Where one is in the window. It dies with the lock, so that nothing of the last session is on the screen of the next. */
export function ViewProvider({ children }: { children: ReactNode }) {
  const { preferences } = usePreferences();
  const [place, setPlace] = useState<Place>(() =>
    preferences.opensWith === 'home' ? { at: 'home' } : { at: 'records', kind: 'all' },
  );
  const [opened, setOpened] = useState<Opened | null>(null);
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState(0);
  const [finding, setFinding] = useState<Finding>(newFinding);
  const [listing, setListing] = useState<Listing>(newListing);
  const [chosen, setChosen] = useState<Chosen>(() => new Map());
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const view = useMemo<View>(() => {
    const searchFor = (next: string) => {
      if (next === query) return;
      setQuery(next);
      setChosen(new Map());
      if (next === '') setFinding(newFinding);
      // What is marked in the open document is of the question before.
      setOpened((before) =>
        before === null || before.terms.length === 0
          ? before
          : { ...before, terms: [], section: null },
      );
      if (next !== '')
        setPlace((before) => (isListPlace(before) ? before : { at: 'records', kind: 'all' }));
    };
    return {
      place,
      go: (next) => {
        setPlace(next);
        setQuery('');
        setAsked((before) => before + 1);
        setFinding(newFinding);
        setChosen(new Map());
        setListing((before) => ({ ...before, where: [], words: '' }));
      },
      opened,
      open: (next) => {
        setOpened(next);
        setPlace((before) => (isListPlace(before) ? before : { at: 'records', kind: 'all' }));
      },
      close: () => setOpened(null),
      query,
      search: (next) => {
        setAsked((before) => before + 1);
        searchFor(next);
      },
      searchTyped: searchFor,
      asked,
      isSearching: query !== '' || finding.where.length > 0,
      finding,
      setFinding: (change) => {
        setFinding((before) => ({ ...before, ...change }));
        setChosen(new Map());
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
    };
  }, [place, opened, query, asked, finding, listing, chosen, dialog, dropped]);
  return <ViewContext value={view}>{children}</ViewContext>;
}

export function useView(): View {
  const view = use(ViewContext);
  if (view === null) throw new Error('useView needs a ViewProvider');
  return view;
}
