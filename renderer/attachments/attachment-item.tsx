import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconFile, IconFileText, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import type { Attachment } from '../../shared/contract/attachments.ts';
import { formatInstant, formatSize } from '../../shared/i18n/format.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech, useWords } from '../app/words.tsx';
import styles from './attachments.module.css';
import { mediaKindOf } from './media-kind.ts';

type Props = {
  attachment: Attachment;
  /** The record lies in the trash: nothing is changed. */
  isFixed: boolean;
  onOpen: (as: 'preview' | 'rename') => void;
  onSaveAs: () => void;
};

const icons = { picture: IconPhoto, pdf: IconFileTypePdf, text: IconFileText };

export function AttachmentItem({ attachment, isFixed, onOpen, onSaveAs }: Props) {
  const { words, count } = useSpeech();
  const { attachments, mediaKinds, textStates } = words;
  const remove = useRemove();
  const { name, mediaType, sizeInBytes, addedAt } = attachment;
  const kind = mediaKindOf(mediaType);
  /** What of it search cannot find, and why; nothing when all is as one expects. */
  const readingOf = ({ textState, blankPages }: Attachment) => {
    const said = textStates[textState];
    if (said !== '') return [said];
    return blankPages > 0 ? [attachments.blankPages(count(blankPages))] : [];
  };
  const Icon = (icons as Partial<Record<typeof kind, typeof IconFile>>)[kind] ?? IconFile;
  return (
    <li className={styles.item}>
      <UnstyledButton className={styles.open} onClick={() => onOpen('preview')}>
        <Icon size={18} stroke={1.5} className={styles.icon} aria-hidden />
        <span className={styles.about}>
          <bdi className={styles.fileName} title={name}>
            {name}
          </bdi>
          <span className={styles.facts} title={formatInstant(addedAt)}>
            {[mediaKinds[kind], formatSize(sizeInBytes), ...readingOf(attachment)].join(' · ')}
          </span>
        </span>
      </UnstyledButton>
      <Menu position="bottom-end" width={160}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={attachments.actions(name)}
          >
            <IconDots size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen('preview')}>{attachments.view}</Menu.Item>
          <Menu.Item onClick={onSaveAs}>{attachments.saveAs}</Menu.Item>
          {!isFixed && (
            <>
              <Menu.Item onClick={() => onOpen('rename')}>{attachments.rename}</Menu.Item>
              <Menu.Item onClick={() => void remove(attachment)}>{attachments.remove}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function useRemove() {
  const { attachments } = useWords();
  const notices = useNotices();
  const fail = (error: unknown) => notices.fail(failureOf(error));
  return async ({ id, name }: Attachment) => {
    try {
      await callCommand('attachments.remove', { ids: [id] });
      notices.say(attachments.removed(name), {
        label: attachments.undo,
        run: () => void callCommand('attachments.restore', { ids: [id] }).catch(fail),
      });
    } catch (error) {
      fail(error);
    }
  };
}
