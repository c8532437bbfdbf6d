import { trustedCommentOf, type PackJson } from '../../electron/store/packs/pack-json.ts';
import type { Random } from '../bench/random.ts';
import { setText, textOf, type Draft, type RawEntry } from './forge.ts';

/** A few bits, a stretch of other bytes, an end cut off, or something in between. */
export function damage(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  switch (random.below(5)) {
    case 0:
      for (let times = 0; times <= random.below(3); times++) {
        const place = random.below(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << random.below(8));
      }
      return copy;
    case 1:
      return copy.fill(
        random.pick([0, 0xff, 0x50]),
        at,
        Math.min(at + 1 + random.below(8), copy.length),
      );
    case 2:
      return copy.subarray(0, at);
    case 3:
      return Buffer.concat([
        copy.subarray(0, at),
        Buffer.from('PK\u0001\u0002'),
        copy.subarray(at),
      ]);
    default:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + random.below(30))]);
  }
}

export function changeEntry(entries: RawEntry[], random: Random): void {
  const entry = random.pick(entries);
  const name = String(entry.name);
  const changes: readonly (() => void)[] = [
    () => void entries.push({ ...entry }),
    () => void entries.push({ ...entry, offset: random.below(5000) }),
    () => void entries.splice(entries.indexOf(entry), 1),
    () => (entry.name = name + random.pick(['/', '.', ' ', '/../x', '\u202E', '\0', ':x'])),
    () => (entry.name = name.replace('/', random.pick(['//', '/./', '\\', '/../']))),
    () => (entry.name = name.toUpperCase()),
    () => (entry.name = random.pick(['/', '', '../x', 'C:/x', '//host/x', 'aux'])),
    () => (entry.localName = random.pick(['x', `${name}x`])),
    () => (entry.mode = random.pick([0o120777, 0o020666, 0o010666, 0o060660, 0o040755])),
    () => (entry.method = random.pick([1, 8, 9, 12, 14, 93, 99])),
    () => (entry.flags = random.pick([0x801, 0x808, 0x840, 0x2800, 0xffff])),
    () => (entry.crc = random.below(2 ** 32)),
    () => (entry.size = random.pick([0, 1, 0xffffffff, 0xfffffffe, random.below(2 ** 31)])),
    () => (entry.localSize = random.pick([0, 0xffffffff])),
    () => (entry.gap = Buffer.from('PK\u0003\u0004')),
  ];
  random.pick(changes)();
}

/** A text a little otherwise, as editors, mail and malice change it. */
export function reword(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const lines = text.split('\n');
  const changes: readonly (() => string)[] = [
    () =>
      before +
      random.pick([
        ' ',
        '\n',
        '\r',
        '\0',
        '\uFEFF',
        '\u200B',
        '\u202E',
        '%0A',
        '<script>',
        '../',
        '"',
        '\\',
      ]) +
      after,
    () => before + after.slice(1 + random.below(3)),
    () => text.replaceAll('\n', '\r\n'),
    () => `\uFEFF${text}`,
    () => `${text}${random.pick([' ', '\n', lines[0] ?? '', 'x'])}`,
    () => [...lines.slice(0, -1), lines[0], ''].join('\n'),
    () => lines.toReversed().join('\n'),
    () => text.toUpperCase(),
    () => text.replace('/', random.pick(['//', '/./', '\\', '%2F'])),
    () => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    () => text.slice(0, at),
    () => '',
  ];
  return random.pick(changes)();
}

/** One member of a JSON text, at any depth, taken away, replaced or joined by another. Spelt canonically where that is possible. */
export function changeMember(text: string, random: Random): string {
  const root: unknown = JSON.parse(text);
  const places: { holder: Record<string, unknown>; name: string }[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const holder = value as Record<string, unknown>;
    for (const name of Object.keys(holder)) {
      places.push({ holder, name });
      collect(holder[name]);
    }
  };
  collect(root);
  const { holder, name } = random.pick(places);
  const deep = (open: string, close: string) => `${open.repeat(20_000)}${close.repeat(20_000)}`;
  const value = random.pick([
    'null',
    '0',
    '-1',
    '1e308',
    '9007199254740993',
    '1.5',
    'true',
    '""',
    '"\\ud800"',
    '"\\u0000"',
    '"\\u202e"',
    '[]',
    '{}',
    '[null]',
    '{"__proto__":{"version":1}}',
    `"${'x'.repeat(100_000)}"`,
    deep('[', ']'),
    `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    '{"type":"script","text":"alert(1)"}',
    '{"type":"paragraph","children":[{"type":"image","src":"x"}]}',
    '"2026-02-30T00:00:00.000Z"',
  ]);
  const MARK = '@@here@@';
  switch (random.below(3)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete holder[name];
      return `${sortedJson(root)}\n`;
    case 1:
      holder[name] = MARK;
      break;
    default:
      if (Array.isArray(holder)) holder.push(MARK);
      else
        holder[
          random.pick([
            '__proto',
            'constructor',
            'toString',
            'comments',
            'sourceName',
            name.toUpperCase(),
          ])
        ] = MARK;
  }
  return `${sortedJson(root).replace(`"${MARK}"`, value).replace('"__proto"', '"__proto__"')}\n`;
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** The trusted comment that fits a changed pack.json, so that only its own check stands in the way. */
export function commentOf(text: string): string | null {
  try {
    return trustedCommentOf(JSON.parse(text) as PackJson).replaceAll(/[\r\n]/g, ' ');
  } catch {
    return null;
  }
}

/** Makes bag-info.txt count what is there, so that the record itself is looked at. */
export function countPayload(draft: Draft): void {
  const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
  const oxum = `Payload-Oxum: ${String(bytes)}.${String(payload.length)}`;
  setText(
    draft,
    'bag-info.txt',
    textOf(draft, 'bag-info.txt').replace(/^Payload-Oxum: .*$/m, oxum),
  );
}
