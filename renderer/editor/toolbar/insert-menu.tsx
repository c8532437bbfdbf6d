import { Menu } from '@mantine/core';
import { IconFileSymlink, IconLink, IconPhoto, IconPhotoPlus } from '@tabler/icons-react';
import type { LexicalEditor } from 'lexical';
import { useWords } from '../../app/words.tsx';
import { askFor } from '../asks.ts';
import { askForLink } from '../links/ask-for-link.ts';
import { ToolMenu } from './tool.tsx';

/** Pictures, and links to what is kept with the record. */
export function InsertMenu({ editor }: { editor: LexicalEditor }) {
  const { links, pasting } = useWords();
  return (
    <ToolMenu icon={IconPhotoPlus} label={pasting.insertMenu}>
      <Menu.Item
        leftSection={<IconFileSymlink size={16} stroke={1.6} aria-hidden />}
        rightSection={<span className="editor-menu-keys">{links.typed}</span>}
        onClick={() => askForLink(editor)}
      >
        {links.insert}
      </Menu.Item>
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
