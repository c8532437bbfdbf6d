import { entry } from './code-entry.ts';

/**
 * Markings, lowest first. There is none for state secrets and there will be none: such material must not be in this
 * software (Cryptography Law, arts. 7–8). Not extendable for the same reason.
 */
export const markings = [
  entry('public', '公开', 'Public'),
  entry('internal', '内部', 'Internal'),
  entry('work-secret', '工作秘密', 'Work secret'),
] as const;
