import { isSecretCell } from '../state-secret.ts';
import type { Finding } from './finding.ts';
import { resolve } from './resolve.ts';
import { scanText } from './scan-text.ts';

/** A label is short and holds no figures. */
const label = /^\D{1,16}$/u;

/** The findings in a text that stands beside its labels instead of after them: in a cell of a table. */
export function scanLabelled(
  text: string,
  labels: readonly string[],
  isBeginning: boolean,
): Finding[] {
  const found = scanText(text, { isBeginning });
  if (labels.length === 0) return found;
  for (const name of labels.filter((one) => label.test(one))) {
    found.push(...scanAfter(`${name}：`, text));
    if (isSecretCell(name, text)) {
      found.push({ kind: 'secrecy-marking', start: 0, end: text.length });
    }
  }
  return resolve(found);
}

function scanAfter(before: string, text: string): Finding[] {
  return scanText(before + text, { isBeginning: false })
    .filter(({ start }) => start >= before.length)
    .map(({ kind, start, end }) => ({
      kind,
      start: start - before.length,
      end: end - before.length,
    }));
}
