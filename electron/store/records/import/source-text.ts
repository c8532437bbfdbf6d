import type { RoughBlock } from '../../../../shared/templates/recognise/rough-block.ts';
import type { SkipCode } from '../../../../shared/contract/records.ts';

/** What a reader makes of a file: its blocks, and a count of what a record cannot keep. */
export type SourceText = { blocks: RoughBlock[]; notKept: Map<NotKept, number> };

export type NotKept = 'image' | 'comment' | 'link' | 'formatting';

/** A file that is not taken, and why. It ends the file, not the import. */
export class Skipped extends Error {
  readonly code: SkipCode;
  constructor(code: SkipCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'Skipped';
    this.code = code;
  }
}
