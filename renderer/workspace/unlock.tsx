import { Anchor, Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';
import { useWho } from '../profiles/use-who.ts';
import { WhoSelect } from '../profiles/who-select.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { EntryCard } from './entry-card.tsx';
import { FolderRisk } from './folder-choice.tsx';

type Props = {
  folder: string;
  onOpened: (workspace: WorkspaceInfo) => void;
  onRecover: () => void;
  onOther: () => void;
};

/** The passphrase, and the two ways round it: the recovery code, another workspace. */
export function Unlock({ folder, onOpened, onRecover, onOther }: Props) {
  const { profiles, workspace } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [acceptsFolderRisk, setAccepts] = useState(false);
  const examined = useQuery('workspace.examineFolder', { folder });
  const open = useCommand('workspace.open');
  const who = useWho(folder);
  const risk = examined.data?.risk ?? 'none';
  const isReady = passphrase !== '' && who.isChosen && (risk === 'none' || acceptsFolderRisk);

  const unlock = async () => {
    if (!isReady || open.isRunning) return;
    const answer = await open.run({ folder, passphrase, profile: who.chosen, acceptsFolderRisk });
    setPassphrase('');
    if (answer !== undefined) onOpened(answer.workspace);
  };
  return (
    <EntryCard title={workspace.unlockTitle} text={workspace.lockedIn(folder)} onSubmit={unlock}>
      <WhoSelect who={who} label={profiles.who} />
      <PasswordInput
        label={workspace.passphrase}
        value={passphrase}
        autoComplete="current-password"
        data-autofocus={who.items.length < 2 || undefined}
        readOnly={open.isRunning}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': workspace.showPassphrase }}
      />
      <FolderRisk risk={risk} isAccepted={acceptsFolderRisk} onAccept={setAccepts} />
      {open.failure !== undefined && <FailureNotice failure={open.failure} />}
      <Button type="submit" fullWidth loading={open.isRunning} disabled={!isReady}>
        {workspace.unlock}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={onRecover}>
        {workspace.forgot}
      </Anchor>
      <Anchor component="button" type="button" size="sm" onClick={onOther}>
        {workspace.otherWorkspace}
      </Anchor>
    </EntryCard>
  );
}
