import { useWords } from '../app/words.tsx';
import { StepDialog, type StepProps } from '../ui/step-dialog.tsx';

/** A step of the export. */
export function ExportStep(props: StepProps) {
  const { packs } = useWords();
  const steps = [
    packs.stepRecords,
    packs.stepOffice,
    packs.stepCheck,
    packs.stepPreview,
    packs.stepFile,
  ];
  return <StepDialog title={packs.export} steps={steps} {...props} />;
}
