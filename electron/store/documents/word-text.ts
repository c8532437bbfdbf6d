import type { Run, Runs } from '../../../shared/documents/official-paper.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text for XML. What XML 1.0 cannot hold becomes U+FFFD; what makes a text read otherwise than it is written (bidirectional controls)
 * is spelled out.
 */
export function wordText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, spellOut);
}

function spellOut(character: string): string {
  return `⟦U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`;
}

/** Quotation marks and dashes belong to both scripts: the hint makes them Chinese. */
const HINT = '<w:rFonts w:hint="eastAsia"/>';

export function wordRuns(runs: Runs): string {
  return runs.map(wordRun).join('');
}

function wordRun(run: Run): string {
  if (run.type === 'break') return '<w:r><w:br/></w:r>';
  if (run.type === 'note') {
    return `<w:r><w:rPr><w:rStyle w:val="NoteMark"/></w:rPr><w:footnoteReference w:id="${String(run.number)}"/></w:r>`;
  }
  const bold = run.isBold ? '<w:b/>' : '';
  return run.text
    .split('\n')
    .map((part) => `<w:r><w:rPr>${HINT}${bold}</w:rPr>${plain(part)}</w:r>`)
    .join('<w:r><w:br/></w:r>');
}

function plain(text: string): string {
  return `<w:t xml:space="preserve">${wordText(text)}</w:t>`;
}
