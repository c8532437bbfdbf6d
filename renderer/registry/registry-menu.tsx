import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconFileExport, IconFileImport, IconTrash } from '@tabler/icons-react';
import { call, failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** What is done with the registry as a whole. */
export function RegistryMenu({ onImport }: { onImport: () => void }) {
  const { words, count } = useSpeech();
  const { registry } = words;
  const notices = useNotices();
  const samples = useQuery('registry.counts', {}).data?.samples ?? 0;
  const exportAll = async () => {
    const { file } = await call('window.chooseNewFile', {
      title: registry.exportTitle,
      name: `${registry.exportName}.csv`,
      extension: 'csv',
    });
    if (file === null) return;
    const { exported } = await callCommand('registry.export', { file });
    notices.say(registry.exported(count(exported)), {
      label: registry.showInFolder,
      run: () => void call('window.showFile', { file }).catch(() => undefined),
    });
  };
  const removeSamples = async () => {
    const { removed, kept } = await callCommand('registry.removeSamples', {});
    const more = kept === 0 ? '' : registry.samplesKept(count(kept));
    notices.say(registry.samplesRemoved(count(removed)) + more);
  };
  const run = (work: () => Promise<void>) => () => {
    work().catch((error: unknown) => notices.fail(failureOf(error)));
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label={registry.more}>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={registry.more}>
            <IconDots size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileImport {...icon} />} onClick={onImport}>
          {registry.importFile}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport {...icon} />} onClick={run(exportAll)}>
          {registry.exportFile}
        </Menu.Item>
        {samples > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconTrash {...icon} />} onClick={run(removeSamples)}>
              {registry.removeSamples}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
