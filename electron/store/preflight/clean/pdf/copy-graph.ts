import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { KNOWN_KEYS, LAYER_KEYS, MAPS, RESOURCE_MAPS, TEXT_KEYS } from './known-keys.ts';

/** A file is nested deeper than any that somebody made. */
export class GraphFault extends Error {}
const DEEPEST = 100;

/** Of dictionaries that lead to others: `resources` has maps, and in a `map` every key is a name that the file itself gives; `glyphs`: in one that leads to what draws characters. */
export type Role = 'plain' | 'resources' | 'map' | 'glyphs' | 'glyph';
export type Copier = {
  /** The object in the new file, with whatever it leads to. Undefined for what must not come along. */
  copy: (object: PDFObject | undefined, key: string, role?: Role) => PDFObject | undefined;
};
/** Streams are not just taken over: what stands in them is looked at. Their dictionary comes copied. */
export type CopyStream = (stream: PDFRawStream, dict: PDFDict, role: Role) => PDFRawStream;

/**
 * Takes objects from one file into another, as far as they are known to say how something looks: in dictionaries the keys that are known to,
 * nothing else; texts only where a font or colour needs them. Each object once, so that what nothing leads to stays behind.
 */
export function openCopier(
  from: PDFContext,
  to: PDFContext,
  { isLayered, copyStream }: { isLayered: boolean; copyStream: CopyStream },
): Copier {
  const known = new Map<PDFRef, PDFRef>();
  let depth = 0;

  const copyDict = (dict: PDFDict, role: Role): PDFDict => {
    const copied = PDFDict.withContext(to);
    const isLayer = dict.lookup(PDFName.of('Type')) === PDFName.of('OCG');
    for (const [name, value] of dict.entries()) {
      const key = name.asString().slice(1);
      const isMap = role === 'map' || role === 'glyphs';
      const isKnown = isMap || KNOWN_KEYS.has(key) || (isLayered && LAYER_KEYS.has(key));
      if (!isKnown) continue;
      const inner = copy(value, isMap ? '' : key, roleOf(key, role));
      if (inner !== undefined) copied.set(name, inner);
    }
    // A layer has to have a name; it is nobody's business.
    if (isLayer) copied.set(PDFName.of('Name'), PDFString.of('-'));
    return copied;
  };

  const copyValue = (object: PDFObject, key: string, role: Role): PDFObject | undefined => {
    if (object instanceof PDFRawStream) {
      return copyStream(object, copyDict(object.dict, 'plain'), role);
    }
    if (object instanceof PDFDict) return copyDict(object, role);
    if (object instanceof PDFArray) {
      const items = object.asArray();
      const isTable = from.lookup(items[0]) === PDFName.of('Indexed');
      const copied = PDFArray.withContext(to);
      for (const item of items) copied.push(copy(item, isTable ? 'Lookup' : '') ?? PDFNull);
      return copied;
    }
    if (object instanceof PDFString || object instanceof PDFHexString) {
      return TEXT_KEYS.has(key) ? object.clone() : undefined;
    }
    return object.clone();
  };

  const copy: Copier['copy'] = (object, key, role = 'plain') => {
    if (object === undefined) return undefined;
    depth += 1;
    if (depth > DEEPEST) throw new GraphFault('nested too deeply');
    try {
      if (!(object instanceof PDFRef)) return copyValue(object, key, role);
      const before = known.get(object);
      if (before !== undefined) return before;
      const target = from.lookup(object);
      if (target === undefined) return PDFNull;
      const ref = to.nextRef();
      known.set(object, ref);
      const copied = copyValue(target, key, role);
      to.assign(ref, copied ?? PDFNull);
      return ref;
    } finally {
      depth -= 1;
    }
  };
  return { copy };
}

function roleOf(key: string, within: Role): Role {
  if (within === 'glyphs') return 'glyph';
  if (within === 'map') return 'plain';
  if (key === 'CharProcs') return 'glyphs';
  if (key === 'Resources') return 'resources';
  if (within === 'resources') return RESOURCE_MAPS.has(key) ? 'map' : 'plain';
  return MAPS.has(key) ? 'map' : 'plain';
}
