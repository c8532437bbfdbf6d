import type { NotKeptPasted } from '../../../shared/document/not-kept-pasted.ts';
import type { Block } from '../../../shared/document/tree.ts';

/** What others wrote beside a text: a comment, or a passage put in or struck out under tracked changes. `when` as written there. */
export type Remark = {
  kind: 'comment' | 'insertion' | 'deletion';
  who: string;
  when: string;
  /** The words that a comment is about. */
  about: string;
  text: string;
};

/** A picture that came along as a `data:` address; `id` stands in the blocks until it is stored. */
export type PastedPicture = { id: string; address: string };

/** What was read from other people's HTML. */
export type Pasted = {
  blocks: Block[];
  pictures: PastedPicture[];
  notKept: Map<NotKeptPasted, number>;
  /** File names and addresses of pictures that are not kept, at most 20. */
  names: string[];
  remarks: Remark[];
};

/** Under tracked changes: the text as it shall be, or as it was. */
export type Tracked = 'revised' | 'original';
