import { roughText } from '../../../../shared/templates/recognise/rough-block.ts';
import { decodeText } from '../../records/import/decode-text.ts';
import { readHtml } from '../../records/import/read-html.ts';
import { Skipped, type SourceText } from '../../records/import/source-text.ts';
import { readPdf } from './read-pdf.ts';
import { readSheets } from './read-sheets.ts';
import { cutText, type FileText } from './file-text.ts';

/** The text of an attachment, by what its bytes were found to be. To be run in a thread of its own. Throws only what is a bug. */
export async function readText(bytes: Buffer, mediaType: string): Promise<FileText> {
  try {
    if (mediaType === 'application/pdf') return await readPdf(bytes);
    return cutText([{ page: 0, text: await plainText(bytes, mediaType) }]);
  } catch (error) {
    if (error instanceof Skipped) return { state: stateOf(error), pages: [], blankPages: 0 };
    throw error;
  }
}

async function plainText(bytes: Buffer, mediaType: string): Promise<string> {
  if (mediaType.endsWith('wordprocessingml.document')) {
    const { readWord } = await import('../../records/import/read-word.ts');
    return textOf(await readWord(bytes));
  }
  if (mediaType.endsWith('spreadsheetml.sheet')) return readSheets(bytes);
  if (mediaType === 'text/html') return textOf(readHtml(bytes));
  return decodeText(bytes).text;
}

function textOf({ blocks, pageLines = [] }: SourceText): string {
  return [...blocks.map(roughText), ...pageLines].join('\n');
}

function stateOf({ code }: Skipped): FileText['state'] {
  if (code === 'file-protected') return 'locked';
  return code === 'file-too-large' ? 'too-large' : 'damaged';
}
