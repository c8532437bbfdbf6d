import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { call } from '../api/client.ts';
import { useCommand } from '../api/use-command.ts';
import { usePreferences } from '../app/preferences.tsx';
import { useWords } from '../app/words.tsx';
import { CreateWizard } from './create-wizard.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { Recover } from './recover.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { Unlock } from './unlock.tsx';
import { Welcome } from './welcome.tsx';
import { Wizard } from './wizard.tsx';

type Screen =
  | { at: 'looking' }
  | { at: 'welcome' }
  | { at: 'create' }
  | { at: 'unlock'; folder: string }
  | { at: 'recover'; folder: string }
  | { at: 'new-code'; answer: CallOutput<'workspace.recover'> };

type Props = {
  /** The workspace that was open a moment ago, or the one opened last. */
  folder: string | null;
  onEntered: (workspace: WorkspaceInfo) => void;
};

/** Everything before a workspace is open. */
export function Entry({ folder, onEntered }: Props) {
  const { workspace: words } = useWords();
  const { start } = usePreferences();
  const choose = useCommand('window.chooseFolder');
  const [screen, setScreen] = useState<Screen>({ at: 'looking' });

  useEffect(() => {
    const welcome = () => setScreen({ at: 'welcome' });
    if (folder === null) return welcome();
    call('workspace.examineFolder', { folder }).then(
      ({ hasWorkspace }) => (hasWorkspace ? setScreen({ at: 'unlock', folder }) : welcome()),
      welcome,
    );
    return undefined;
  }, [folder]);

  const openExisting = async () => {
    const answer = await choose.run({ title: words.openFolderTitle });
    const chosen = answer?.folder ?? null;
    if (chosen !== null) setScreen({ at: 'unlock', folder: chosen });
  };
  const toWelcome = () => setScreen({ at: 'welcome' });
  return (
    <EntryFrame>
      {screen.at === 'welcome' && (
        <Welcome onCreate={() => setScreen({ at: 'create' })} onOpen={openExisting} />
      )}
      {screen.at === 'create' && (
        <CreateWizard
          suggestedFolder={start.suggestedFolder}
          onBack={toWelcome}
          onOpenExisting={(chosen) => setScreen({ at: 'unlock', folder: chosen })}
          onDone={onEntered}
        />
      )}
      {screen.at === 'unlock' && (
        <Unlock
          key={screen.folder}
          folder={screen.folder}
          onOpened={onEntered}
          onRecover={() => setScreen({ at: 'recover', folder: screen.folder })}
          onOther={toWelcome}
        />
      )}
      {screen.at === 'recover' && (
        <Recover
          folder={screen.folder}
          onRecovered={(answer) => setScreen({ at: 'new-code', answer })}
          onBack={() => setScreen({ at: 'unlock', folder: screen.folder })}
        />
      )}
      {screen.at === 'new-code' && (
        <Wizard steps={[words.recoverTitle, words.stepRecovery]} current={1}>
          <RecoveryStep
            workspace={screen.answer.workspace}
            code={screen.answer.recoveryCode}
            done={words.recoveryDone}
            onDone={() => onEntered(screen.answer.workspace)}
          />
        </Wizard>
      )}
    </EntryFrame>
  );
}
