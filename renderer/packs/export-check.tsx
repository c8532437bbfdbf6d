import type { HighestMarking } from '../../shared/contract/packs.ts';
import { PreflightList } from '../preflight/preflight-list.tsx';
import { useLook, type Leaving } from '../preflight/use-look.ts';
import { ExportStep } from './export-step.tsx';

type Props = {
  leaving: Leaving;
  onBack: () => void;
  onNext: (marking: HighestMarking) => void;
  onClose: () => void;
};

/** The third step: nothing goes on while something is undecided. */
export function ExportCheck({ leaving, onBack, onNext, onClose }: Props) {
  const look = useLook(leaving);
  const { looked } = look;
  return (
    <ExportStep
      step={2}
      isReady={looked !== undefined && looked.open === 0 && !look.isRunning}
      onBack={onBack}
      onNext={() => looked !== undefined && onNext(looked.highestMarking)}
      onClose={onClose}
    >
      <PreflightList look={look} />
    </ExportStep>
  );
}
