import type { JobControl } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';

/** Called between the steps of long work. Fails: `cancelled`, if the person has asked to stop. */
export function stopIfAsked(control: JobControl): void {
  if (control.signal.aborted) throw new Failure('cancelled');
}
