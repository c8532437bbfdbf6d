import { createContext, use } from 'react';
import { useWords } from '../app/words.tsx';
import { StepDialog, type StepProps } from '../ui/step-dialog.tsx';

type Steps = { title: string; steps: readonly string[] };
const StepsContext = createContext<Steps | null>(null);
/** Of another dialog that goes the same way under its own names. */
export const StepsOf = StepsContext.Provider;

/** A step of the export. */
export function ExportStep(props: StepProps) {
  const { packs } = useWords();
  const others = use(StepsContext);
  const steps = others?.steps ?? [
    packs.stepRecords,
    packs.stepOffice,
    packs.stepCheck,
    packs.stepPreview,
    packs.stepFile,
  ];
  return <StepDialog title={others?.title ?? packs.export} steps={steps} {...props} />;
}
