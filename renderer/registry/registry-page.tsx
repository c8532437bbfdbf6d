import { useState } from 'react';
import type { RegistryId, RegistryOffice } from '../../shared/contract/registry.ts';
import frame from '../app/frame.module.css';
import { PaneDivider } from '../app/pane-divider.tsx';
import { limits, type Panes } from '../app/use-layout.ts';
import { useWords } from '../app/words.tsx';
import { FiguresDialog } from '../caseload/figures-dialog.tsx';
import { OfficeFormDialog } from './office-form-dialog.tsx';
import { OfficeList } from './office-list.tsx';
import { OfficePane } from './office-pane.tsx';
import { RegistryImportDialog } from './registry-import-dialog.tsx';
import { RemoveOfficeDialog } from './remove-office-dialog.tsx';
import { useTableChoice } from './use-table-choice.ts';

type Doing =
  | { what: 'add' }
  | { what: 'edit' | 'remove'; office: RegistryOffice }
  | { what: 'figures'; office: RegistryOffice; period: string | null }
  | null;

/** The registry of offices: a list, and the one that is open. */
export function RegistryPage({ panes, id }: { panes: Panes; id: RegistryId | null }) {
  const { app, registry } = useWords();
  const [opened, setOpened] = useState(id);
  const [doing, setDoing] = useState<Doing>(null);
  const table = useTableChoice(registry.importTitle);
  const close = () => setDoing(null);
  const saved = (savedId: RegistryId) => {
    setOpened(savedId);
    close();
  };
  return (
    <>
      <div className={frame.pane} style={{ width: panes.listWidth }}>
        <OfficeList
          opened={opened}
          onOpen={setOpened}
          onAdd={() => setDoing({ what: 'add' })}
          onImport={table.choose}
        />
      </div>
      <PaneDivider
        label={app.resizeList}
        width={panes.listWidth}
        {...limits.list}
        side="before"
        onResize={(listWidth) => panes.change({ listWidth })}
      />
      <div className={frame.document}>
        <OfficePane
          id={opened}
          onEdit={(office) => setDoing({ what: 'edit', office })}
          onRemove={(office) => setDoing({ what: 'remove', office })}
          onFigures={(office, period) => setDoing({ what: 'figures', office, period })}
        />
      </div>
      {doing?.what === 'add' && <OfficeFormDialog onClose={close} onSaved={saved} />}
      {doing?.what === 'edit' && (
        <OfficeFormDialog office={doing.office} onClose={close} onSaved={saved} />
      )}
      {doing?.what === 'remove' && (
        <RemoveOfficeDialog
          office={doing.office}
          onClose={close}
          onRemoved={() => {
            setOpened(null);
            close();
          }}
        />
      )}
      {doing?.what === 'figures' && (
        <FiguresDialog office={doing.office} period={doing.period} onClose={close} />
      )}
      {table.file !== null && <RegistryImportDialog file={table.file} onClose={table.forget} />}
    </>
  );
}
