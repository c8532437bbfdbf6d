import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import { useCommand } from '../api/use-command.ts';
import { useWorkspace } from '../app/session.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageSection } from '../ui/page.tsx';
import { isPassphraseReady, PassphraseFields } from './passphrase-fields.tsx';
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

type ProvingProps = {
  /** Of the dialog and of the button that does it. */
  title: string;
  passphrase: string;
  onPassphrase: (value: string) => void;
  isReady: boolean;
  failure: FailureData | undefined;
  onClose: () => void;
  onSubmit: () => Promise<void>;
  children?: ReactNode;
};

/** A dialog in which the person proves the passphrase before something is done with the keys. */
function ProvingDialog(props: ProvingProps) {
  const { app, workspace } = useWords();
  return (
    <Dialog
      title={props.title}
      width={480}
      onClose={props.onClose}
      onSubmit={() => void props.onSubmit()}
      actions={
        <>
          <Button variant="default" onClick={props.onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={!props.isReady}>
            {props.title}
          </Button>
        </>
      }
    >
      <PasswordInput
        label={workspace.currentPassphrase}
        value={props.passphrase}
        maxLength={1024}
        autoComplete="current-password"
        data-autofocus
        onChange={(event) => props.onPassphrase(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': workspace.showPassphrase }}
      />
      {props.children}
      {props.failure !== undefined && <FailureNotice failure={props.failure} />}
    </Dialog>
  );
}
