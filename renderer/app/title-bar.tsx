import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLayoutSidebarRight, IconLock } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { SearchBox } from '../search/search-box.tsx';
import { BrandMark } from '../ui/brand-mark.tsx';
import { useWorkspace } from './session.tsx';
import styles from './title-bar.module.css';
import type { Panes } from './use-layout.ts';
import { isListPlace, useView } from './view.tsx';
import { useWords } from './words.tsx';

type Props = {
  panes: Panes;
  searchBox: RefObject<HTMLInputElement | null>;
  onLock: () => void;
};

/** Workspace, search, lock. */
export function TitleBar({ panes, searchBox, onLock }: Props) {
  const { app } = useWords();
  const workspace = useWorkspace();
  const { place } = useView();
  const inspector = panes.isInspectorOpen ? app.hideInspector : app.showInspector;
  return (
    <header className={styles.bar} data-pane>
      <div className={styles.workspace} title={workspace.folder}>
        <BrandMark size={22} />
        <span className={styles.name} data-testid="workspace-name">
          {workspace.name}
        </span>
      </div>
      <SearchBox box={searchBox} />
      <div className={styles.actions}>
        {isListPlace(place) && (
          <Tooltip label={inspector}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={inspector}
              aria-expanded={panes.isInspectorOpen}
              onClick={panes.toggleInspector}
            >
              <IconLayoutSidebarRight size={18} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={app.lockHint}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            fz={13}
            leftSection={<IconLock size={16} stroke={1.5} aria-hidden />}
            onClick={onLock}
          >
            {app.lock}
          </Button>
        </Tooltip>
      </div>
    </header>
  );
}
