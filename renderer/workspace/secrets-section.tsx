import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { useWorkspace } from '../app/session.tsx';
import { useWords } from '../app/words.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageSection } from '../ui/page.tsx';
import { isPassphraseReady, PassphraseFields } from './passphrase-fields.tsx';
import { ProvingDialog } from './proving-dialog.tsx';
import { RecoveryStep } from './recovery-step.tsx';

type DialogProps = { onClose: () => void; onDone: () => void };

/** In the settings: another passphrase, another recovery code. Both ask for the passphrase again. */
export function SecretsSection() {
  const { workspace } = useWords();
  const [dialog, setDialog] = useState<'code' | 'passphrase' | null>(null);
  const [done, setDone] = useState('');
  const close = () => setDialog(null);
  const finish = (sentence: string) => {
    close();
    setDone(sentence);
  };
  return (
    <PageSection
      title={workspace.secrets}
      text={workspace.secretsText}
      actions={
        <>
          <Button variant="default" onClick={() => setDialog('passphrase')}>
            {workspace.changePassphrase}
          </Button>
          <Button variant="default" onClick={() => setDialog('code')}>
            {workspace.replaceCode}
          </Button>
        </>
      }
    >
      {done !== '' && <Notice tone="good">{done}</Notice>}
      {dialog === 'passphrase' && (
        <ChangePassphrase onClose={close} onDone={() => finish(workspace.passphraseChanged)} />
      )}
      {dialog === 'code' && (
        <ReplaceCode onClose={close} onDone={() => finish(workspace.codeReplaced)} />
      )}
    </PageSection>
  );
}

function ChangePassphrase({ onClose, onDone }: DialogProps) {
  const { workspace } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [twice, setTwice] = useState({ passphrase: '', again: '' });
  const change = useCommand('workspace.changePassphrase');
  const isReady = passphrase !== '' && isPassphraseReady(twice) && !change.isRunning;
  const submit = async () => {
    if (!isReady) return;
    const answer = await change.run({ passphrase, newPassphrase: twice.passphrase });
    if (answer !== undefined) onDone();
  };
  return (
    <ProvingDialog
      title={workspace.changePassphrase}
      passphrase={passphrase}
      onPassphrase={setPassphrase}
      isReady={isReady}
      failure={change.failure}
      onClose={onClose}
      onSubmit={submit}
    >
      <PassphraseFields label={workspace.newPassphrase} value={twice} onChange={setTwice} />
    </ProvingDialog>
  );
}

/** First the passphrase; then the new code, which cannot be put away before one group of it was typed back. */
function ReplaceCode({ onClose, onDone }: DialogProps) {
  const { workspace } = useWords();
  const info = useWorkspace();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState<string>();
  const replace = useCommand('workspace.replaceRecoveryCode');
  const isReady = passphrase !== '' && !replace.isRunning;
  const submit = async () => {
    if (!isReady) return;
    const answer = await replace.run({ passphrase });
    setCode(answer?.recoveryCode);
  };
  if (code !== undefined) {
    return (
      <Modal
        opened
        size={640}
        padding={24}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        onClose={onDone}
        aria-label={workspace.recoveryTitle}
      >
        <RecoveryStep workspace={info} code={code} done={workspace.recoveryKept} onDone={onDone} />
      </Modal>
    );
  }
  return (
    <ProvingDialog
      title={workspace.replaceCode}
      passphrase={passphrase}
      onPassphrase={setPassphrase}
      isReady={isReady}
      failure={replace.failure}
      onClose={onClose}
      onSubmit={submit}
    />
  );
}
