import type { ExportedRecord } from '../../../shared/document/exported-record.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** The words of a page of ours, a line for each block; without the numbers that the program itself gives. */
export function textOfPage(html: string, { id }: Pick<ExportedRecord, 'id'>): string {
  return html
    .replaceAll(/<(head|style)[\s>][\s\S]*?<\/\1>/gu, '\n')
    .replaceAll(/<\/?(?:strong|sup)(?:\s[^<>]*)?>/gu, '')
    .replaceAll(/<[^<>]*>/gu, '\n')
    .replaceAll(/&(#39|[a-z]+);/gu, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(id, '')
    .replaceAll(/图片见附件 [0-9a-f]{64}/gu, '图片见附件');
}
