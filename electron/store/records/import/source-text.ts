import type { TextEncoding } from '../../../../shared/contract/imports.ts';
import type { SkipCode } from '../../../../shared/contract/records.ts';
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
};

/**
 * `remote-image`: it lies on the network and was not fetched. `comment` and `deletion`: remarks and passages struck out under
 * tracked changes; both are attached as a text file. `insertion`: taken as part of the text.
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

/** A file that is not taken, and why. It ends the file, not the import. */
export class Skipped extends Error {
  readonly code: SkipCode;
  constructor(code: SkipCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'Skipped';
    this.code = code;
  }
}
