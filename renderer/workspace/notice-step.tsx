import { Button, Checkbox } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { useWords } from '../app/words.tsx';
import styles from './notice-step.module.css';
import { WizardStep } from './wizard.tsx';

type Props = {
  isAccepted: boolean;
  onAccept: (isAccepted: boolean) => void;
  onBack: () => void;
  onNext: () => void;
};

/** No state secrets, and why. Nothing goes on until this was acknowledged. */
export function NoticeStep({ isAccepted, onAccept, onBack, onNext }: Props) {
  const { app, workspace } = useWords();
  return (
    <WizardStep
      title={workspace.noticeTitle}
      onSubmit={() => isAccepted && onNext()}
      actions={
        <>
          <Button variant="default" onClick={onBack}>
            {app.back}
          </Button>
          <Button type="submit" disabled={!isAccepted}>
            {app.next}
          </Button>
        </>
      }
    >
      <div className={styles.notice}>
        <IconShieldExclamation size={22} stroke={1.5} className={styles.icon} aria-hidden />
        <div>
          <p>{workspace.noticeWhy}</p>
          <ul className={styles.points}>
            {workspace.noticePoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      </div>
      <Checkbox
        label={workspace.noticeAccept}
        checked={isAccepted}
        onChange={(event) => onAccept(event.currentTarget.checked)}
      />
    </WizardStep>
  );
}
