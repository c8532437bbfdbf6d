import { Button, Checkbox, Input } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFolder } from '@tabler/icons-react';
import type { CallOutput } from '../../shared/contract/index.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './folder-choice.module.css';

export type Examined = CallOutput<'workspace.examineFolder'>;
type Props = {
  label: string;
  hint: string;
  dialogTitle: string;
  folder: string;
  onChoose: (folder: string) => void;
};

/** A folder, shown whole, and the button for the system's dialog. */
export function FolderChoice({ label, hint, dialogTitle, folder, onChoose }: Props) {
  const { workspace } = useWords();
  const choose = useCommand('window.chooseFolder');
  const pick = async () => {
    const answer = await choose.run({ title: dialogTitle });
    if (answer?.folder !== undefined && answer.folder !== null) onChoose(answer.folder);
  };
  return (
    <Input.Wrapper label={label} description={hint}>
      <div className={styles.row}>
        <IconFolder size={17} stroke={1.5} className={styles.icon} aria-hidden />
        <output className={styles.path} aria-label={label}>
          {folder}
        </output>
        <Button variant="default" onClick={pick}>
          {workspace.chooseFolder}
        </Button>
      </div>
      {choose.failure !== undefined && (
        <FailureNotice failure={choose.failure} onDismiss={choose.clearFailure} />
      )}
    </Input.Wrapper>
  );
}

/** A sign and a sentence about a folder. */
export function FolderFine({ text }: { text: string }) {
  return (
    <p className={styles.fine}>
      <IconCircleCheck size={16} stroke={1.75} aria-hidden />
      {text}
    </p>
  );
}

export function FolderProblem({ text }: { text: string }) {
  return (
    <p className={styles.problem} role="alert">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      {text}
    </p>
  );
}

type RiskProps = {
  risk: Examined['risk'];
  isAccepted: boolean;
  onAccept: (isAccepted: boolean) => void;
};

/** A network or cloud folder: what may happen there, and the consent that goes into the audit trail. */
export function FolderRisk({ risk, isAccepted, onAccept }: RiskProps) {
  const { workspace } = useWords();
  if (risk === 'none') return null;
  return (
    <div className={styles.risk} role="alert">
      <p className={styles.riskText}>
        <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
        {risk === 'network' ? workspace.riskNetwork : workspace.riskCloud}
      </p>
      <Checkbox
        label={workspace.riskAccept}
        checked={isAccepted}
        onChange={(event) => onAccept(event.currentTarget.checked)}
      />
    </div>
  );
}
