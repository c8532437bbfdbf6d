import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedQuestion } from '../../shared/contract/saved-searches.ts';
import { callCommand, useCommand } from '../api/use-command.ts';
import { failureOf } from '../api/client.ts';
import { useNotices } from '../app/notices.tsx';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useSavedSearches } from '../saved-searches/use-saved-searches.ts';
import { rememberQuery } from './use-search-text.ts';

const LONGEST_NAME = 100;
type Props = { question: SavedQuestion };

/** Keeps the question under a name; of one that is kept it changes the name or lets it go. */
export function SaveSearch({ question }: Props) {
  const { search } = useWords();
  const { finding, setFinding } = useView();
  const notices = useNotices();
  const [dialog, setDialog] = useState<'save' | 'rename' | null>(null);
  const { items } = useSavedSearches();
  const saved = items.find(
    ({ id }) => id === finding.saved?.id && finding.saved.query === question.query,
  );
  const remove = async () => {
    if (saved === undefined) return;
    try {
      await callCommand('savedSearches.remove', { id: saved.id });
      setFinding({ saved: null });
      notices.say(search.removed(saved.name));
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return (
    <>
      {saved === undefined ? (
        <Tooltip label={search.save}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={search.save}
            onClick={() => setDialog('save')}
          >
            <IconBookmark size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" size={28} aria-label={search.manage} title={search.manage}>
              <IconBookmarkFilled size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setDialog('rename')}>{search.rename}</Menu.Item>
            <Menu.Item onClick={() => void remove()}>{search.remove}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog === 'save' && (
        <NameDialog
          title={search.saveTitle}
          text={search.saveText}
          name={question.query.slice(0, LONGEST_NAME)}
          onClose={() => setDialog(null)}
          save={async (name, run) => {
            const made = await run.save({ name, question });
            if (made === undefined) return;
            rememberQuery(question.query);
            setFinding({ saved: { id: made.id, query: question.query, seenAt: Date.now() } });
            notices.say(search.saved(name));
            setDialog(null);
          }}
        />
      )}
      {dialog === 'rename' && saved !== undefined && (
        <NameDialog
          title={search.renameTitle}
          name={saved.name}
          onClose={() => setDialog(null)}
          save={async (name, run) => {
            if ((await run.rename({ id: saved.id, name })) !== undefined) setDialog(null);
          }}
        />
      )}
    </>
  );
}

type Run = {
  save: ReturnType<typeof useCommand<'savedSearches.save'>>['run'];
  rename: ReturnType<typeof useCommand<'savedSearches.rename'>>['run'];
};
type NameProps = {
  title: string;
  text?: string;
  name: string;
  onClose: () => void;
  save: (name: string, run: Run) => Promise<void>;
};

function NameDialog({ title, text, name: first, onClose, save }: NameProps) {
  const { app, search } = useWords();
  const [name, setName] = useState(first);
  const saving = useCommand('savedSearches.save');
  const renaming = useCommand('savedSearches.rename');
  const failure = saving.failure ?? renaming.failure;
  const submit = () => {
    if (name.trim() !== '') void save(name.trim(), { save: saving.run, rename: renaming.run });
  };
  return (
    <Dialog
      title={title}
      width={440}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button
            type="submit"
            disabled={name.trim() === ''}
            loading={saving.isRunning || renaming.isRunning}
          >
            {title}
          </Button>
        </>
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      <TextInput
        label={search.saveName}
        description={text}
        value={name}
        maxLength={LONGEST_NAME}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Dialog>
  );
}
