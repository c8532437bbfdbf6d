import { innerOf, replaceElements } from '../../records/import/replace-elements.ts';

const MAIN =
  /\sxmlns(?::([\w.-]+))?=["']http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(?:2006\/)?main["']/gu;

/**
 * Whether a part of a Word file is written the way Word, WPS and LibreOffice write it, so that what is taken out by its usual names
 * is all there is: the main namespace is `w`, attributes stand in double quotation marks, no CDATA, no instructions; and what is
 * shown to newer programs (`mc:Choice`) says the same as what is shown to others, which is what was read.
 */
export function isPlainWordXml(xml: string): boolean {
  const body = xml.replace(/^\ufeff?<\?xml[^<>]*\?>/u, '');
  if (/<!\[CDATA\[|<\?|<!DOCTYPE|<!ENTITY/u.test(body)) return false;
  if (/<[^<>!]*\s[\w:.-]+\s*=\s*'/u.test(body)) return false;
  for (const [, prefix] of body.matchAll(MAIN)) if (prefix !== 'w') return false;
  return wordsWithout(body, 'mc:Choice') === wordsWithout(body, 'mc:Fallback');
}

function wordsWithout(xml: string, alternative: string): string {
  const rest = replaceElements(xml, alternative, () => '');
  return innerOf(rest, 'w:t').replaceAll(/<[^<>]*>/gu, '');
}
