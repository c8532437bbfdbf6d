import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useState } from 'react';
import type { Attachment } from '../../shared/contract/attachments.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { useDropped } from '../app/use-dropped.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { AddReport } from './add-report.tsx';
import { AttachmentItem } from './attachment-item.tsx';
import styles from './attachments.module.css';
import { PreviewDialog } from './preview-dialog.tsx';
import { RemovedAttachments } from './removed-attachments.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { useSaveAs } from './use-save-as.ts';

const SHOWN = 500;
type Opened = { attachment: Attachment; as: 'preview' | 'rename' };

/** The files kept with the open record, and what can be done with them. */
export function AttachmentsGroup({ record }: { record: FullRecord }) {
  const { words, count } = useSpeech();
  const { attachments } = words;
  const [opened, setOpened] = useState<Opened>();
  const list = useQuery('attachments.list', { recordId: record.id, limit: SHOWN });
  const choose = useCommand('window.chooseFiles');
  const add = useJob('attachments.add');
  const saveAs = useSaveAs();
  const isFixed = record.trashedAt !== null;
  const items = list.data?.items ?? [];
  const hidden = (list.data?.total ?? 0) - items.length;

  const addFiles = async () => {
    const chosen = await choose.run({ title: attachments.addTitle, extensions: [] });
    const paths = chosen?.files ?? [];
    if (paths.length > 0) await add.start({ recordId: record.id, paths });
  };
  const drop = useDropped((paths) => void add.start({ recordId: record.id, paths: [...paths] }));
  const takesDropped = !isFixed && !add.isRunning;
  const failure = list.failure ?? choose.failure ?? drop.failure;
  const fold = useFold('attachments', styles.group);
  const close = () => setOpened(undefined);
  return (
    <section
      {...fold.section}
      aria-label={attachments.title}
      data-over={takesDropped && drop.isOver ? '' : undefined}
      {...(takesDropped ? drop.zone : {})}
    >
      <div className={styles.head}>
        <FoldHeading fold={fold}>{attachments.title}</FoldHeading>
        {items.length > 0 && <span className={styles.count}>{count(items.length + hidden)}</span>}
        {!isFixed && (
          <Tooltip label={attachments.add}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={attachments.add}
              disabled={add.isRunning}
              onClick={addFiles}
            >
              <IconPaperclip size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {takesDropped && drop.isOver && (
        <p className={styles.drop} role="status">
          {attachments.dropHere}
        </p>
      )}
      {list.data !== undefined && items.length === 0 && (
        <p className={styles.hint}>{isFixed ? attachments.noneInTrash : attachments.none}</p>
      )}
      <ul className={styles.list}>
        {items.map((attachment) => (
          <AttachmentItem
            key={attachment.id}
            attachment={attachment}
            isFixed={isFixed}
            onOpen={(as) => setOpened({ attachment, as })}
            onSaveAs={() => saveAs.start(attachment)}
          />
        ))}
      </ul>
      {hidden > 0 && <p className={styles.hint}>{attachments.moreThanShown(count(hidden))}</p>}
      {add.isRunning && add.job !== undefined && (
        <JobProgress job={add.job} label={attachments.adding} onCancel={add.cancel} />
      )}
      {saveAs.running !== undefined && (
        <JobProgress job={saveAs.running} label={attachments.saving} onCancel={saveAs.cancel} />
      )}
      <AddReport job={add.job} onDismiss={add.forget} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <RemovedAttachments recordId={record.id} isFixed={isFixed} />
      {opened?.as === 'preview' && (
        <PreviewDialog
          attachment={opened.attachment}
          onSaveAs={() => saveAs.start(opened.attachment)}
          onClose={close}
        />
      )}
      {opened?.as === 'rename' && <RenameDialog attachment={opened.attachment} onClose={close} />}
    </section>
  );
}
