import { Inspector } from '../records/inspector.tsx';
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
  return (
    <>
      <div className={styles.pane} style={{ width: panes.listWidth }}>
        {isSearching ? <SearchResults /> : <RecordList />}
      </div>
      <PaneDivider
        label={app.resizeList}
        width={panes.listWidth}
        {...limits.list}
        side="before"
        onResize={(listWidth) => panes.change({ listWidth })}
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
