import { useWords } from '../app/words.tsx';
import { StepDialog, type StepProps } from '../ui/step-dialog.tsx';

/** A step on the way to an official document. */
export function DocumentStep(props: StepProps) {
  const { documents } = useWords();
  const steps = [
    documents.stepChoose,
    documents.stepCheck,
    documents.stepPreview,
    documents.stepMake,
  ];
  return <StepDialog title={documents.title} steps={steps} {...props} />;
}
