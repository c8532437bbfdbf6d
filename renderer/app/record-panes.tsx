import { useBeside } from '../beside/beside.ts';
import { BesidePane } from '../beside/beside-pane.tsx';
import { useEffect } from 'react';
import { useActiveThread } from '../editor/comments/places.ts';
import { Inspector } from '../records/inspector.tsx';
import { useListView } from '../records/listing/use-list-view.ts';
import { RecordPane } from '../records/record-pane.tsx';
import { RecordList } from '../records/record-list.tsx';
import { SearchResults } from '../search/search-results.tsx';
import { useFocusMode } from './focus-mode.ts';
import styles from './frame.module.css';
import { PaneDivider } from './pane-divider.tsx';
import { limits, type Panes } from './use-layout.ts';
import { useView } from './view.tsx';
import { useWords } from './words.tsx';

/**
 * List, document, inspector. While one searches, what was found stands in the list's place; while one reads a second record
 * beside the open one, the two have the room of all.
 */
export function RecordPanes({ panes }: { panes: Panes }) {
  const { app } = useWords();
  const { isSearching, opened } = useView();
  const { view, change } = useListView();
  const isTable = view.density === 'table' && !isSearching;
  const isFocusMode = useFocusMode();
  const besideId = useBeside();
  const isBeside = besideId !== null && opened !== null && besideId !== opened.id;
  const hasList = !isFocusMode && !isBeside;
  useInspectorForComments(panes);
  const document = (
    <div className={styles.document}>
      <RecordPane key={opened?.id ?? 'none'} opened={opened} />
    </div>
  );
  // With nothing open, the table has the room of the document.
  if (isTable && opened === null && !isFocusMode) {
    return (
      <div className={styles.document}>
        <RecordList />
      </div>
    );
  }
  // The document keeps its place among the panes, so that folding them does not open it anew.
  return (
    <>
      {hasList && (
        <div className={styles.pane} style={{ width: panes.listWidth }}>
          {isSearching ? <SearchResults /> : <RecordList />}
        </div>
      )}
      {hasList && (
        <PaneDivider
          label={app.resizeList}
          width={panes.listWidth}
          {...(isTable ? limits.table : limits.list)}
          side="before"
          onResize={(width) =>
            isTable ? change({ tableWidth: width }) : panes.change({ listWidth: width })
          }
        />
      )}
      {document}
      {isBeside && <BesidePane key={besideId} id={besideId} />}
      {panes.isInspectorOpen && hasList && <InspectorPane panes={panes} />}
    </>
  );
}

/** A comment that is asked for is shown, where the inspector was folded away for want of room, too. */
function useInspectorForComments({ isInspectorOpen, change }: Panes): void {
  const active = useActiveThread();
  const isWanted = active?.isAsked === true && !isInspectorOpen;
  useEffect(() => {
    if (isWanted) change({ inspector: 'open' });
  }, [isWanted, change]);
}

function InspectorPane({ panes }: { panes: Panes }) {
  const { app } = useWords();
  return (
    <>
      <PaneDivider
        label={app.resizeInspector}
        width={panes.inspectorWidth}
        {...limits.inspector}
        side="after"
        onResize={(inspectorWidth) => panes.change({ inspectorWidth })}
      />
      <div className={styles.pane} style={{ width: panes.inspectorWidth }}>
        <Inspector />
      </div>
    </>
  );
}
