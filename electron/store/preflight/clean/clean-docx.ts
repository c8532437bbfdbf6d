import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWordXml } from './clean-word-xml.ts';
import { isPlainWordXml } from './is-plain-word-xml.ts';
import { readWordParts } from './read-word-parts.ts';

const MAX_IN_BYTES = 96 * 1024 ** 2;
/** Who wrote it and where, remarks, previews, data behind the text: these parts go, and what leads to them. */
const dropped =
  /^(?:docProps\/(?:custom\.xml|thumbnail\..*)|word\/(?:comments\w*|people|stylesWithEffects)\.xml|(?:word\/)?customXml\/.*|customXml\/.*)$/iu;
const reduced = /^docProps\/(?:core|app)\.xml$/iu;
const known =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/[\w-]+\.xml\.rels|word\/(?:document|header\d*|footer\d*|footnotes|endnotes|styles|settings|webSettings|fontTable|numbering)\.xml|word\/theme\/theme\d*\.xml|word\/theme\/_rels\/[\w.]+\.rels)$/iu;

/**
 * A Word file (ECMA-376) without authors, comments, tracked changes (what was inserted stays, what was struck out goes), marks of
 * editing sessions, variables, previews and hidden data of its pictures. Null where it holds something of which that is not
 * known: macros, embedded files, other kinds of pictures. Parts are stored as they are, so that the bytes are the same everywhere.
 */
export async function cleanDocx(bytes: Buffer): Promise<Buffer | null> {
  const parts = await readWordParts(bytes, MAX_IN_BYTES);
  if (parts === null || !parts.has('word/document.xml')) return null;
  const zip = new ZipFile();
  for (const [name, part] of parts) {
    if (dropped.test(name)) continue;
    const clean = cleanPart(name, part);
    if (clean === null) return null;
    zip.addBuffer(clean, name, {
      compress: false,
      mtime: new Date(1990, 0, 1, 12),
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

function cleanPart(name: string, part: Buffer): Buffer | null {
  if (reduced.test(name)) return Buffer.from(name.endsWith('core.xml') ? NO_CORE : NO_APP);
  if (/^word\/media\/.+\.jpe?g$/iu.test(name)) return cleanJpeg(part);
  if (/^word\/media\/.+\.png$/iu.test(name)) return cleanPng(part);
  if (!known.test(name)) return null;
  const xml = part.toString('utf8');
  if (!Buffer.from(xml).equals(part) || !isPlainWordXml(xml)) return null;
  return Buffer.from(cleanWordXml(xml, (target) => dropped.test(target)));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NO_CORE = `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`;
const NO_APP = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;
