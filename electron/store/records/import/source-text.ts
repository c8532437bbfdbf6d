import type { TextEncoding } from '../../../../shared/contract/imports.ts';
import type { SkipCode, WordChanges } from '../../../../shared/contract/records.ts';
import type { Row } from '../../../../shared/templates/recognise/recognise-row.ts';
import type { KeptFile } from './pictures.ts';
import type { RoughBlock } from '../../../../shared/templates/recognise/rough-block.ts';

/** What a reader makes of a file: its blocks, and a count of what a record cannot keep. */
export type SourceText = {
  blocks: RoughBlock[];
  notKept: Map<NotKept, number>;
  /** Of text files, as found out; of others it is a matter of their own. */
  encoding?: TextEncoding;
  /** A list: a record each, instead of blocks. */
  rows?: Row[];
  /** What stands above and below every page. */
  pageLines?: string[];
  /** Pictures and notes on the text, to be attached to its record; pictures stand in it by their ids. */
  files?: KeptFile[];
  /** Addresses of pictures that were not fetched. */
  remote?: string[];
  /** What others did in a Word file; null for nothing. */
  changes?: ChangeCounts | null;
  /** Comments that become threads. */
  comments?: WordComment[];
};

/**
 * `remote-image`: it lies on the network and was not fetched. `comment`, `deletion`, `insertion`: what others did in a Word file; see
 * `WordChanges`.
 */
export type NotKept =
  | 'image'
  | 'remote-image'
  | 'comment'
  | 'deletion'
  | 'insertion'
  | 'link'
  | 'formatting'
  | 'active';

/** Nothing of what others did is lost, and nobody was asked: as a preview shows a file. */
export const AS_ACCEPTED: WordChanges = { text: 'accepted', comments: 'beside' };
export type ChangeCounts = { insertions: number; deletions: number; comments: number };
/** A comment, and the paragraph in which its words stand (`start`, `end`: UTF-16 units of it). `at`: milliseconds since 1970, or null. */
export type WordComment = {
  who: string;
  at: number | null;
  text: string;
  paragraph: string;
  start: number;
  end: number;
};

/** A file that is not taken, and why. It ends the file, not the import. */
export class Skipped extends Error {
  readonly code: SkipCode;
  constructor(code: SkipCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'Skipped';
    this.code = code;
  }
}
