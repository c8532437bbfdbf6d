import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Source, SourceId } from '../../shared/contract/sources.ts';
import { useCommand } from '../api/use-command.ts';
import frame from '../app/frame.module.css';
import { PaneDivider } from '../app/pane-divider.tsx';
import { limits, type Panes } from '../app/use-layout.ts';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { SourceFormDialog } from './source-form-dialog.tsx';
import { SourceList } from './source-list.tsx';
import styles from './sources.module.css';
import { SourcePane } from './source-pane.tsx';

type Doing = { what: 'add' } | { what: 'edit' | 'purge'; source: Source } | null;

/** The library of sources: a list, and the one that is open. */
export function SourcesPage({ panes }: { panes: Panes }) {
  const { app } = useSpeech().words;
  const [opened, setOpened] = useState<SourceId | null>(null);
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const saved = (id: SourceId) => {
    setOpened(id);
    close();
  };
  return (
    <>
      <div className={frame.pane} style={{ width: panes.listWidth }}>
        <SourceList opened={opened} onOpen={setOpened} onAdd={() => setDoing({ what: 'add' })} />
      </div>
      <PaneDivider
        label={app.resizeList}
        width={panes.listWidth}
        {...limits.list}
        side="before"
        onResize={(listWidth) => panes.change({ listWidth })}
      />
      <div className={frame.document}>
        <SourcePane
          id={opened}
          onEdit={(source) => setDoing({ what: 'edit', source })}
          onPurge={(source) => setDoing({ what: 'purge', source })}
        />
      </div>
      {doing?.what === 'add' && <SourceFormDialog onClose={close} onSaved={saved} />}
      {doing?.what === 'edit' && (
        <SourceFormDialog source={doing.source} onClose={close} onSaved={saved} />
      )}
      {doing?.what === 'purge' && (
        <PurgeDialog
          source={doing.source}
          onClose={close}
          onPurged={() => {
            setOpened(null);
            close();
          }}
        />
      )}
    </>
  );
}

type PurgeProps = { source: Source; onClose: () => void; onPurged: () => void };

/** Asks before it destroys, and says what else that touches. */
function PurgeDialog({ source, onClose, onPurged }: PurgeProps) {
  const { words, count } = useSpeech();
  const { app, sources } = words;
  const purge = useCommand('sources.purge');
  const run = async () => {
    const purged = await purge.run({ ids: [source.id] });
    if (purged !== undefined) onPurged();
  };
  return (
    <Dialog
      title={sources.purgeTitle}
      width={520}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" data-autofocus onClick={onClose}>
            {app.cancel}
          </Button>
          <Button
            className={styles.destroy ?? ''}
            loading={purge.isRunning}
            onClick={() => void run()}
          >
            {sources.purge}
          </Button>
        </>
      }
    >
      {purge.failure !== undefined && <FailureNotice failure={purge.failure} />}
      <p>{sources.purgeText(source.title)}</p>
      {source.citedBy > 0 && <p>{sources.purgeCited(count(source.citedBy))}</p>}
    </Dialog>
  );
}
