import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useWords } from '../app/words.tsx';
import { useExportBoard } from './use-export-board.ts';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export function BoardMenu({ onImport }: { onImport: () => void }) {
  const { designation } = useWords();
  const exportBoard = useExportBoard();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label={designation.more}>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={designation.more}>
            <IconDots size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileImport {...icon} />} onClick={onImport}>
          {designation.importFile}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport {...icon} />}
          onClick={() => exportBoard(designation.exportName)}
        >
          {designation.export}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
