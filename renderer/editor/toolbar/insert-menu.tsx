import { Menu } from '@mantine/core';
import { IconLink, IconPhoto, IconPhotoPlus } from '@tabler/icons-react';
import type { LexicalEditor } from 'lexical';
import { useWords } from '../../app/words.tsx';
import { askFor } from '../asks.ts';
import { ToolMenu } from './tool.tsx';

/** Pictures, and links to what is kept with the record. */
export function InsertMenu({ editor }: { editor: LexicalEditor }) {
  const { pasting } = useWords();
  return (
    <ToolMenu icon={IconPhotoPlus} label={pasting.insertMenu}>
      <Menu.Item
        leftSection={<IconPhoto size={16} stroke={1.6} aria-hidden />}
        onClick={() => askFor(editor, 'picture')}
      >
        {pasting.insertPicture}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLink size={16} stroke={1.6} aria-hidden />}
        onClick={() => askFor(editor, 'attachment-link')}
      >
        {pasting.insertLink}
      </Menu.Item>
    </ToolMenu>
  );
}
