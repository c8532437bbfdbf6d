import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { whenStoreRuns } from '../api/store-state.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { useWho } from '../profiles/use-who.ts';
import { WhoSelect } from '../profiles/who-select.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { EntryCard } from './entry-card.tsx';
import styles from './stopped-overlay.module.css';

type Props = { workspace: WorkspaceInfo; onReopened: () => void };

/** The store crashed. The editor stays mounted under this with its unsaved text; once open again, it saves. */
export function StoppedOverlay({ workspace: info, onReopened }: Props) {
  const { profiles, workspace } = useWords();
  const who = useWho(info.folder);
  const [passphrase, setPassphrase] = useState('');
  const [isWaiting, setWaiting] = useState(false);
  const open = useCommand('workspace.open');
  const reopen = async () => {
    if (passphrase === '' || !who.isChosen || open.isRunning || isWaiting) return;
    setWaiting(true);
    await whenStoreRuns();
    setWaiting(false);
    // Consent to a risky folder was given when it was opened first; asking again here would only hold up the saving.
    const answer = await open.run({
      folder: info.folder,
      passphrase,
      profile: who.chosen,
      acceptsFolderRisk: true,
    });
    setPassphrase('');
    if (answer !== undefined) onReopened();
  };
  return (
    <div className={styles.overlay} role="dialog" aria-modal aria-label={workspace.stoppedTitle}>
      <EntryCard
        title={workspace.stoppedTitle}
        text={workspace.stoppedText}
        onSubmit={() => void reopen()}
      >
        <WhoSelect who={who} label={profiles.who} />
        <PasswordInput
          label={workspace.passphrase}
          value={passphrase}
          autoComplete="current-password"
          data-autofocus
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': workspace.showPassphrase }}
        />
        {isWaiting && <p role="status">{workspace.restarting}</p>}
        {open.failure !== undefined && <FailureNotice failure={open.failure} />}
        <Button
          type="submit"
          fullWidth
          loading={open.isRunning || isWaiting}
          disabled={passphrase === '' || !who.isChosen}
        >
          {workspace.reopen}
        </Button>
      </EntryCard>
    </div>
  );
}
