import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';
import { useWho } from '../profiles/use-who.ts';
import { WhoSelect } from '../profiles/who-select.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { EntryCard } from './entry-card.tsx';
import { FolderRisk } from './folder-choice.tsx';
import { isPassphraseReady, PassphraseFields } from './passphrase-fields.tsx';

type Props = {
  folder: string;
  onRecovered: (answer: CallOutput<'workspace.recover'>) => void;
  onBack: () => void;
};

/** The recovery code opens the workspace, a new passphrase is set, and a new code takes the old one's place. */
export function Recover({ folder, onRecovered, onBack }: Props) {
  const { profiles, workspace } = useWords();
  const who = useWho(folder);
  const [code, setCode] = useState('');
  const [twice, setTwice] = useState({ passphrase: '', again: '' });
  const [acceptsFolderRisk, setAccepts] = useState(false);
  const examined = useQuery('workspace.examineFolder', { folder });
  const recover = useCommand('workspace.recover');
  const risk = examined.data?.risk ?? 'none';
  const isReady =
    code.trim() !== '' &&
    who.isChosen &&
    isPassphraseReady(twice) &&
    (risk === 'none' || acceptsFolderRisk);

  const recoverNow = async () => {
    if (!isReady || recover.isRunning) return;
    const answer = await recover.run({
      folder,
      recoveryCode: code,
      newPassphrase: twice.passphrase,
      profile: who.chosen,
      acceptsFolderRisk,
    });
    if (answer !== undefined) onRecovered(answer);
  };
  return (
    <EntryCard title={workspace.recoverTitle} text={workspace.recoverText} onSubmit={recoverNow}>
      <TextInput
        label={workspace.recoveryCode}
        value={code}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        maxLength={200}
        styles={{ input: { fontFamily: 'var(--font-figures)' } }}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <WhoSelect who={who} label={profiles.recoverWho} />
      <PassphraseFields label={workspace.newPassphrase} value={twice} onChange={setTwice} />
      <FolderRisk risk={risk} isAccepted={acceptsFolderRisk} onAccept={setAccepts} />
      {recover.failure !== undefined && <FailureNotice failure={recover.failure} />}
      <Button type="submit" fullWidth loading={recover.isRunning} disabled={!isReady}>
        {workspace.recoverNow}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={onBack}>
        {workspace.usePassphrase}
      </Anchor>
    </EntryCard>
  );
}
