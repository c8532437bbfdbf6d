/** What an option takes: nothing, one value, or every value up to the next option. */
export type OptionShape = 'flag' | 'one' | 'many';
export type Arguments = { positionals: string[]; options: ReadonlyMap<string, string[]> };

/** A mistake in the command line itself, with a sentence for the person who typed it. */
export class UsageError extends Error {}

/** Splits a command line; `--name=value` and `--name value` are the same. Unknown options are refused. */
export function parseArguments(
  args: readonly string[],
  shapes: Readonly<Record<string, OptionShape>>,
): Arguments {
  const options = new Map<string, string[]>();
  const positionals: string[] = [];
  let index = 0;
  while (index < args.length) {
    const argument = args[index] ?? '';
    index += 1;
    if (argument === '--') {
      positionals.push(...args.slice(index));
      break;
    }
    if (!argument.startsWith('--')) {
      positionals.push(argument);
      continue;
    }
    const [name, inline] = splitOption(argument.slice(2));
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape === undefined) throw new UsageError(`unknown option --${name}`);
    const values = inline === undefined ? [] : [inline];
    if (shape === 'one' && inline === undefined) {
      const value = args[index];
      if (value === undefined) throw new UsageError(`--${name} needs a value`);
      values.push(value);
      index += 1;
    }
    while (shape === 'many' && index < args.length && !(args[index] ?? '').startsWith('--')) {
      values.push(args[index] ?? '');
      index += 1;
    }
    options.set(name, [...(options.get(name) ?? []), ...values]);
  }
  return { positionals, options };
}

function splitOption(text: string): [string, string | undefined] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}

export function has(args: Arguments, name: string): boolean {
  return args.options.has(name);
}

export function one(args: Arguments, name: string): string | undefined {
  return args.options.get(name)?.at(-1);
}

export function required(args: Arguments, name: string): string {
  const value = one(args, name);
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
}

export function many(args: Arguments, name: string): string[] {
  return args.options.get(name) ?? [];
}
