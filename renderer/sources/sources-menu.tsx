import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconDots,
  IconFileExport,
  IconFileImport,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { ImportReportDialog } from './import-report.tsx';
import { useExchange } from './use-exchange.ts';

type Props = { isTrash: boolean; onTrash: (isTrash: boolean) => void };
const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** What is done with the library as a whole: files in and out, the trash. */
export function SourcesMenu({ isTrash, onTrash }: Props) {
  const { words, count } = useSpeech();
  const { sources } = words;
  const trashed = useQuery('sources.counts', {}).data?.trashed ?? 0;
  const [report, setReport] = useState<CallOutput<'sources.import'>>();
  const exchange = useExchange(setReport);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Tooltip label={sources.more}>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={sources.more}>
              <IconDots size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileImport {...icon} />} onClick={exchange.importFile}>
            {sources.importFile}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileExport {...icon} />}
            onClick={() => void exchange.exportSources([])}
          >
            {sources.exportAll}
          </Menu.Item>
          <Menu.Divider />
          {isTrash ? (
            <Menu.Item leftSection={<IconArrowBackUp {...icon} />} onClick={() => onTrash(false)}>
              {sources.leaveTrash}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              rightSection={trashed > 0 ? count(trashed) : null}
              onClick={() => onTrash(true)}
            >
              {sources.showTrash}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {report !== undefined && (
        <ImportReportDialog report={report} onClose={() => setReport(undefined)} />
      )}
    </>
  );
}
