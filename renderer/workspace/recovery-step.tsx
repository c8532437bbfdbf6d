import { Button, TextInput } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import styles from './recovery-step.module.css';
import { WizardStep } from './wizard.tsx';

type Props = { workspace: WorkspaceInfo; code: string; done: string; onDone: () => void };

/** Which group is asked for is the same at every look, so that leaving and coming back does not help guessing. */
function askedGroup(code: string, groups: number): number {
  let sum = 0;
  for (const character of code) sum += character.codePointAt(0) ?? 0;
  return sum % groups;
}

/** The recovery code, once. It has to be kept; typing one group of it back shows that it was. */
export function RecoveryStep({ workspace: info, code, done, onDone }: Props) {
  const { app, workspace } = useWords();
  const groups = code.split('-');
  const asked = askedGroup(code, groups.length);
  const [typed, setTyped] = useState('');
  const [isCopied, setCopied] = useState(false);
  const copy = useCommand('window.copyText');
  const clean = typed.normalize('NFKC').trim().toUpperCase();
  const expected = groups[asked] ?? '';
  const isRight = clean === expected.toUpperCase();
  const isWrong = clean.length >= expected.length && !isRight;
  return (
    <WizardStep
      title={workspace.recoveryTitle}
      onSubmit={() => isRight && onDone()}
      actions={
        <Button type="submit" disabled={!isRight}>
          {done}
        </Button>
      }
    >
      <p>{workspace.recoveryText}</p>
      <div className={styles.code} role="group" aria-label={workspace.recoveryCode}>
        {groups.map((group, index) => (
          <span key={index} className={styles.group} data-testid="recovery-group">
            <span className={styles.position} aria-hidden>
              {index + 1}
            </span>
            {group}
          </span>
        ))}
      </div>
      <div className={styles.ways}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}
          onClick={() => window.print()}
        >
          {app.print}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.5} aria-hidden />}
          onClick={async () => setCopied((await copy.run({ text: code })) !== undefined)}
        >
          {app.copy}
        </Button>
        <span className={styles.hint} role="status">
          {isCopied ? workspace.recoveryCopyHint : ''}
        </span>
      </div>
      {copy.failure !== undefined && <FailureNotice failure={copy.failure} />}
      <TextInput
        label={workspace.recoveryCheck(asked + 1)}
        classNames={{ input: styles.typed ?? '' }}
        value={typed}
        maxLength={20}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isWrong ? workspace.recoveryCheckWrong : undefined}
      />
      <RecoverySheet workspace={info} code={code} />
    </WizardStep>
  );
}
