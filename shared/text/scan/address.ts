import { addressEnd } from './address-end.ts';
import { addressStart } from './address-start.ts';
import type { Find, Finding } from './finding.ts';

/** What an address has somewhere: a number and what it numbers. */
const numbered =
  /(?:第?\d{1,5}|第?[一二三四五六七八九十百]{1,4})(?: ?[-之] ?\d{1,4}){0,2} ?(?:号院|号楼|号|支弄|弄|幢|栋|座|单元|村民小组|小组|组|社|室|巷)|(?<![\d-])\d{1,3}-\d{1,2}-\d{3,4}(?![\d-])/gu;
/** 2号公告 is a paper, 104国道3号线 a road or a line. */
const paper =
  /^(?:公告|公报|文件|通知|令|线|案|卷|机|检材|样本|证据|出口|店铺?数|修正|决定|意见|通告|批复|会议|台风)/u;

/** Addresses: down to a number of a house, a flat or a group of a village. Places without a number are none. */
export const findAddresses: Find = (text) => {
  const found: Finding[] = [];
  let after = 0;
  for (const match of text.matchAll(numbered)) {
    if (match.index < after) continue;
    const core = match.index;
    if (paper.test(text.slice(core + match[0].length, core + match[0].length + 3))) continue;
    const start = addressStart(text, core, after);
    if (start === null) continue;
    const end = addressEnd(text, core + match[0].length);
    found.push({ kind: 'address', start, end });
    after = end;
  }
  return found;
};
