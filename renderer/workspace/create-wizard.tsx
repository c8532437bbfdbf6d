import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { NoticeStep } from './notice-step.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { PlaceStep, type PlaceDraft } from './place-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { Wizard } from './wizard.tsx';

type Props = {
  suggestedFolder: string;
  onBack: () => void;
  onOpenExisting: (folder: string) => void;
  onDone: (workspace: WorkspaceInfo) => void;
};

/** First run: what may be stored, where, the passphrase, the recovery code. */
export function CreateWizard({ suggestedFolder, onBack, onOpenExisting, onDone }: Props) {
  const { workspace: words } = useWords();
  const [step, setStep] = useState(0);
  const [acceptsNoStateSecrets, setAccepts] = useState(false);
  const [place, setPlace] = useState<PlaceDraft>({
    name: '',
    kind: 'contact-point',
    folder: suggestedFolder,
    acceptsFolderRisk: false,
  });
  const [created, setCreated] = useState<CallOutput<'workspace.create'>>();
  const create = useCommand('workspace.create');

  const createNow = async (passphrase: string, profileName: string | undefined) => {
    const answer = await create.run({ ...place, passphrase, profileName, acceptsNoStateSecrets });
    if (answer === undefined) return;
    setCreated(answer);
    setStep(3);
  };
  return (
    <Wizard
      steps={[words.stepNotice, words.stepPlace, words.stepPassphrase, words.stepRecovery]}
      current={step}
    >
      {step === 0 && (
        <NoticeStep
          isAccepted={acceptsNoStateSecrets}
          onAccept={setAccepts}
          onBack={onBack}
          onNext={() => setStep(1)}
        />
      )}
      {step === 1 && (
        <PlaceStep
          draft={place}
          onChange={setPlace}
          onBack={() => setStep(0)}
          onNext={() => setStep(2)}
          onOpenExisting={() => onOpenExisting(place.folder)}
        />
      )}
      {step === 2 && (
        <PassphraseStep
          isCreating={create.isRunning}
          failure={create.failure}
          onBack={() => setStep(1)}
          onCreate={createNow}
        />
      )}
      {step === 3 && created !== undefined && (
        <RecoveryStep
          workspace={created.workspace}
          code={created.recoveryCode}
          done={words.recoveryDone}
          onDone={() => onDone(created.workspace)}
        />
      )}
    </Wizard>
  );
}
