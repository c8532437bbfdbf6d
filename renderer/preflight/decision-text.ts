import type { PreflightFinding } from '../../shared/contract/preflight.ts';
import type { useSpeech } from '../app/words.tsx';

/** What was decided about a finding, in a word or two. */
export function decisionText(
  preflight: ReturnType<typeof useSpeech>['words']['preflight'],
  { decided, pseudonym, options }: PreflightFinding,
): string {
  if (decided === null) return options.length === 0 ? preflight.mustNot : preflight.open;
  if (decided.decision === 'pseudonym') return preflight.replaced(pseudonym ?? '');
  return decided.decision === 'mask' ? preflight.masked : preflight.kept;
}
