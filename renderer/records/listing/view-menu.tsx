import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconLayoutList } from '@tabler/icons-react';
import { useState } from 'react';
import { GroupBy } from '../../../shared/contract/records.ts';
import { failureOf } from '../../api/client.ts';
import { callCommand } from '../../api/use-command.ts';
import { useNotices } from '../../app/notices.tsx';
import { useSpeech } from '../../app/words.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { useListView } from './use-list-view.ts';
import type { Question } from './use-lines.ts';

type Props = { question: Question; onFoldAll: (isFolded: boolean) => void };

/** How the list looks: rows or a table, its groups, its columns; and marking all of it as read. */
export function ViewMenu({ question, onFoldAll }: Props) {
  const { words, count } = useSpeech();
  const { listing } = words;
  const { view, change } = useListView();
  const notices = useNotices();
  const [isChoosing, setChoosing] = useState(false);
  const item = (name: string, isOn: boolean, onClick: () => void) => (
    <Menu.Item
      key={name}
      aria-current={isOn || undefined}
      rightSection={isOn ? <IconCheck size={15} stroke={1.75} aria-hidden /> : null}
      onClick={onClick}
    >
      {name}
    </Menu.Item>
  );
  const markAllRead = async () => {
    const { kinds, trashed, where, words: typed } = question;
    try {
      const asked = { kinds, trashed, where, words: typed };
      const { marked } = await callCommand('records.markAllRead', asked);
      notices.say(listing.allMarkedRead(count(marked)));
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Tooltip label={listing.view}>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={listing.view}>
              <IconLayoutList size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown mah="70vh" style={{ overflow: 'auto' }}>
          {item(listing.asRows, view.density === 'rows', () => change({ density: 'rows' }))}
          {item(listing.asTable, view.density === 'table', () => change({ density: 'table' }))}
          <Menu.Item disabled={view.density !== 'table'} onClick={() => setChoosing(true)}>
            {listing.chooseColumns}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{listing.groupBy}</Menu.Label>
          {item(listing.noGroups, view.groupBy === null, () => change({ groupBy: null }))}
          {GroupBy.options.map((by) =>
            item(listing.groups[by], view.groupBy === by, () => change({ groupBy: by })),
          )}
          {view.groupBy !== null && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => onFoldAll(true)}>{listing.foldAll}</Menu.Item>
              <Menu.Item onClick={() => onFoldAll(false)}>{listing.unfoldAll}</Menu.Item>
            </>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => void markAllRead()}>{listing.markAllRead}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChoosing && <ColumnsDialog onClose={() => setChoosing(false)} />}
    </>
  );
}
