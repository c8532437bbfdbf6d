import { createCommand, type BaseSelection } from 'lexical';
import type { Content } from './read-clipboard.ts';

/**
 * Something to paste for which somebody is asked, or the store is: refusals, pictures, tracked changes. `isInserted`: it is in the
 * text already, and only what was not kept is to be said; `asLinks`: so many pictures became links.
 */
export type ToPaste = {
  content: Content;
  at: BaseSelection | null;
  isInserted: boolean;
  asLinks: number;
};
export const TO_PASTE = createCommand<ToPaste>('to-paste');

/** Files of the system's desktop were dropped at a place in the text. */
export const DROPPED_FILES = createCommand<BaseSelection | null>('dropped-files');
