import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { isPassphraseReady, PassphraseFields } from './passphrase-fields.tsx';
import { WizardStep } from './wizard.tsx';

type Props = {
  isCreating: boolean;
  failure: FailureData | undefined;
  onBack: () => void;
  /** `profileName` is undefined if none was given. */
  onCreate: (passphrase: string, profileName: string | undefined) => void;
};

/** The passphrase, and then the workspace is made. */
export function PassphraseStep({ isCreating, failure, onBack, onCreate }: Props) {
  const { app, profiles, workspace } = useWords();
  const [name, setName] = useState('');
  const [twice, setTwice] = useState({ passphrase: '', again: '' });
  const isReady = isPassphraseReady(twice) && !isCreating;
  return (
    <WizardStep
      title={workspace.stepPassphrase}
      onSubmit={() => isReady && onCreate(twice.passphrase, name.trim() || undefined)}
      actions={
        <>
          <Button variant="default" disabled={isCreating} onClick={onBack}>
            {app.back}
          </Button>
          <Button type="submit" loading={isCreating} disabled={!isReady}>
            {workspace.createNow}
          </Button>
        </>
      }
    >
      <PassphraseFields label={workspace.passphrase} value={twice} onChange={setTwice} />
      <TextInput
        label={profiles.yourName}
        description={profiles.yourNameHint}
        value={name}
        maxLength={50}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <p>{workspace.passphraseWarning}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isCreating && (
        <span className="only-for-readers" role="status">
          {workspace.creating}
        </span>
      )}
    </WizardStep>
  );
}
