import type { PreflightFinding } from '../../shared/contract/preflight.ts';
import type { useSpeech } from '../app/words.tsx';

/** What was decided about a finding, in a word or two. */
export function decisionText(
  preflight: ReturnType<typeof useSpeech>['words']['preflight'],
  { kind, decided, pseudonym, options }: PreflightFinding,
): string {
  if (decided === null) return options.length === 0 ? preflight.mustNot : preflight.open;
  if (decided.decision === 'pseudonym') return preflight.replaced(pseudonym ?? '');
  if (decided.decision === 'keep') return preflight.kept;
  return kind === 'attachment-remarks' ? preflight.remarksGo : preflight.masked;
}
