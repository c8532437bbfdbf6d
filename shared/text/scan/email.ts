import type { Find, Finding } from './finding.ts';

const MOST_BEFORE = 64;
const MOST_AFTER = 255;
const name = /[a-z\d][a-z\d._%+'-]{0,63}$/u;
const host = /^[a-z\d](?:[a-z\d-]{0,62}\.)+[a-z]{2,24}(?![a-z\d])/u;
const hostCharacters = /^[a-z\d.-]*/u;
/** Names of files such as logo@2x.png. */
const file =
  /\.(?:png|jpe?g|gif|webp|bmp|svg|ico|tiff?|pdf|docx?|xlsx?|pptx?|txt|zip|rar|mp[34]|js|ts|css|html?|json|xml|md)$/u;

/** E-mail addresses. */
export const findEmails: Find = (text) => {
  const found: Finding[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = name
      .exec(text.slice(Math.max(0, at - MOST_BEFORE), at))?.[0]
      .replace(/^e-mail(?=.)/u, '');
    if (before === undefined) continue;
    const candidate = hostCharacters.exec(text.slice(at + 1, at + 1 + MOST_AFTER))?.[0] ?? '';
    const after = host.exec(candidate.replace(/[.-]+$/u, ''))?.[0];
    if (after === undefined || file.test(after)) continue;
    found.push({ kind: 'email', start: at - before.length, end: at + 1 + after.length });
  }
  return found;
};
