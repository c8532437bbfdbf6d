import { Inspector } from '../records/inspector.tsx';
import { useListView } from '../records/listing/use-list-view.ts';
import { RecordPane } from '../records/record-pane.tsx';
import { RecordList } from '../records/record-list.tsx';
import { SearchResults } from '../search/search-results.tsx';
import styles from './frame.module.css';
import { PaneDivider } from './pane-divider.tsx';
import { limits, type Panes } from './use-layout.ts';
import { useView } from './view.tsx';
import { useWords } from './words.tsx';

/** List, document, inspector. While one searches, what was found stands in the list's place. */
export function RecordPanes({ panes }: { panes: Panes }) {
  const { app } = useWords();
  const { isSearching, opened } = useView();
  const { view, change } = useListView();
  const isTable = view.density === 'table' && !isSearching;
  // With nothing open, the table has the room of the document.
  if (isTable && opened === null) {
    return (
      <div className={styles.document}>
        <RecordList />
      </div>
    );
  }
  return (
    <>
      <div className={styles.pane} style={{ width: panes.listWidth }}>
        {isSearching ? <SearchResults /> : <RecordList />}
      </div>
      <PaneDivider
        label={app.resizeList}
        width={panes.listWidth}
        {...(isTable ? limits.table : limits.list)}
        side="before"
        onResize={(width) =>
          isTable ? change({ tableWidth: width }) : panes.change({ listWidth: width })
        }
      />
      <div className={styles.document}>
        <RecordPane key={opened?.id ?? 'none'} opened={opened} />
      </div>
      {panes.isInspectorOpen && (
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
      )}
    </>
  );
}
