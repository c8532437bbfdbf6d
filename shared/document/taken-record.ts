import type { ExportedFields, ExportedRecord } from './exported-record.ts';
import type { ExportedBlock, ExportedSection } from './exported-tree.ts';
import { noFields, type RecordFields } from '../templates/record-fields.ts';
import type { Block, DocumentTree } from './tree.ts';

/** What stands before the caption of a picture that did not come along. */
const ABSENT_PICTURE = '〔图〕';

/**
 * A document that came from another office, as this workspace keeps it: numbers, links and citations are the text that they were.
 * `attachmentOf` says under which id a picture of that content (SHA-256) lies here; one that did not come along leaves its caption.
 */
export function takenTree(
  { document }: ExportedRecord,
  attachmentOf: (content: string) => string | null,
): DocumentTree {
  const sections: readonly ExportedSection[] = document.sections;
  return {
    version: 2,
    sections: sections.map(({ id, heading, blocks }) => ({
      id,
      heading,
      blocks: blocks.map((block) => takenBlock(block, attachmentOf)),
    })),
  };
}

function takenBlock(block: ExportedBlock, attachmentOf: (content: string) => string | null): Block {
  if (block.type !== 'image') return block;
  const { content, caption, widthInPercent } = block;
  const attachmentId = content === undefined ? null : attachmentOf(content);
  if (attachmentId === null) {
    return { type: 'paragraph', children: [{ type: 'text', text: ABSENT_PICTURE }, ...caption] };
  }
  return {
    type: 'image',
    attachmentId,
    caption,
    ...(widthInPercent === undefined ? {} : { widthInPercent }),
  };
}

/** The fields that came with it; the others are empty. */
export function takenFields(record: ExportedRecord): RecordFields {
  return codesTaken(record.formatVersion === 1 ? undefined : record.fields);
}

/** Fields of another office as fields of this one. A code of the sender's own bears its name in itself. */
function codesTaken(fields: ExportedFields | undefined): RecordFields {
  if (fields === undefined) return noFields();
  const codes = (named: readonly { code: string }[] | undefined) =>
    (named ?? []).map(({ code }) => code);
  return {
    ...noFields(),
    functions: codes(fields.functions),
    charges: codes(fields.charges),
    rightTypes: codes(fields.rightTypes),
    stages: codes(fields.stages),
    outcomes: codes(fields.outcomes),
    region: fields.region?.code ?? null,
    handlingProcuratorate: fields.handlingProcuratorate ?? '',
    marking: fields.marking ?? null,
    ...guidanceOf(fields),
  };
}

/** What is not there stays away, as in a record that is written here. */
function guidanceOf({ due, wanted, standing, call }: ExportedFields): Partial<RecordFields> {
  return {
    ...(due === undefined ? {} : { due }),
    ...(wanted === undefined ? {} : { wanted }),
    ...(standing === undefined ? {} : { standing }),
    ...(call === undefined ? {} : { call }),
  };
}
