import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, many, one, parseArguments, UsageError } from '../../../electron/cli/arguments.ts';

const shapes = { records: 'many', to: 'one', json: 'flag', limit: 'one' } as const;

test('an option of many values takes all up to the next option', () => {
  const args = parseArguments(['--records', 'a', 'b', '--to', '接收端', '--json'], shapes);
  assert.deepEqual(many(args, 'records'), ['a', 'b']);
  assert.equal(one(args, 'to'), '接收端');
  assert.equal(has(args, 'json'), true);
});

test('--name=value and --name value are the same', () => {
  assert.equal(one(parseArguments(['--limit=5'], shapes), 'limit'), '5');
  assert.equal(one(parseArguments(['--limit', '5'], shapes), 'limit'), '5');
});

test('what follows -- is never an option', () => {
  assert.deepEqual(parseArguments(['--json', '--', '--to'], shapes).positionals, ['--to']);
});

test('an unknown option, an inherited name and a missing value are refused', () => {
  for (const words of [['--nothing'], ['--constructor'], ['--to']]) {
    assert.throws(() => parseArguments(words, shapes), UsageError);
  }
});
