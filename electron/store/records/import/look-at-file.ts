import path from 'node:path';
import type { ImportCandidate } from '../../../../shared/contract/imports.ts';
import type { RecordKind } from '../../../../shared/contract/records.ts';
import { countCharacters, sectionText } from '../../../../shared/document/tree.ts';
import { guessKind, guessRowKind } from '../../../../shared/templates/recognise/guess-kind.ts';
import { sketchOf } from '../../../../shared/text/shingles.ts';
import { partHash } from './part-hash.ts';
import { recognisePart } from './read-file.ts';
import { partLines, readSource, type Part } from './read-source.ts';
import { AS_ACCEPTED } from './source-text.ts';

/** A part as the preview shows it, and what it is compared with others by. */
export type LookedPart = Omit<ImportCandidate, 'isKnown' | 'near'> & {
  caseNumbers: string[];
  sketch: Uint32Array;
};

/** What a file would become. Throws `Skipped`. */
export async function lookAtFile(input: { file: string; kind: RecordKind }): Promise<LookedPart[]> {
  const { parts, encoding, files, changes } = await readSource(input.file, AS_ACCEPTED);
  const name = path.basename(input.file).normalize('NFC');
  return parts.map((part, index) => {
    const kind = guess(part, input.kind);
    const { title, caseNumbers, document } = recognisePart(part, kind, name, index);
    const sections = document.sections
      .filter((section) => sectionText(section).trim() !== '')
      .map(({ heading }) => heading);
    return {
      file: input.file,
      part: index,
      hash: partHash(part, files),
      title,
      kind,
      characters: countCharacters(document),
      sections,
      caseNumbers,
      encoding,
      changes: index === 0 ? changes : null,
      sketch: sketchOf(partLines(part)),
    };
  });
}

function guess(part: Part, usual: RecordKind): RecordKind {
  return part.type === 'row' ? guessRowKind(part.row, usual) : guessKind(part.blocks, usual);
}
