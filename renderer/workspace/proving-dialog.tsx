import { Button, PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

type Props = {
  /** Of the dialog and of the button that does it, if that is not named otherwise. */
  title: string;
  action?: string;
  /** What will happen, before the question. */
  text?: string;
  /** Whose passphrase it is, where there are several in one dialog. */
  label?: string;
  passphrase: string;
  onPassphrase: (value: string) => void;
  isReady: boolean;
  failure: FailureData | undefined;
  onClose: () => void;
  onSubmit: () => Promise<void>;
  children?: ReactNode;
};

/** A dialog in which the person proves the passphrase before something is done with the keys. */
export function ProvingDialog(props: Props) {
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
            {props.action ?? props.title}
          </Button>
        </>
      }
    >
      {props.text !== undefined && <p>{props.text}</p>}
      <PasswordInput
        label={props.label ?? workspace.currentPassphrase}
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
