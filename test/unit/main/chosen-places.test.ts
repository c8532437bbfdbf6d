import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChosenPlaces } from '../../../electron/main/chosen-places.ts';
import { contract } from '../../../shared/contract/index.ts';

const NOT_CHOSEN = { code: 'path-not-chosen' };

test('a window may name only places chosen in a dialog', () => {
  const places = createChosenPlaces();
  places.add('/home/officer/库');
  places.check({ name: 'workspace.open', input: { folder: '/home/officer/库', passphrase: 'x' } });
  for (const folder of ['/etc', '/home/officer/库/../../../etc', '/home/officer', 7, null]) {
    assert.throws(() => places.check({ name: 'workspace.open', input: { folder } }), NOT_CHOSEN);
  }
});

test('every path of a list must have been chosen', () => {
  const places = createChosenPlaces();
  places.add('/a.txt');
  const input = { kind: 'precedent', paths: ['/a.txt', '/etc/passwd'] };
  assert.throws(() => places.check({ name: 'records.import', input }), NOT_CHOSEN);
});

test('every operation with an input called file, folder or paths declares it as a place', () => {
  for (const [name, operation] of Object.entries(contract)) {
    const shape = (operation.input as { shape?: Record<string, unknown> }).shape ?? {};
    for (const field of ['file', 'folder', 'paths']) {
      if (field in shape) assert.ok(operation.paths.includes(field), `${name}: ${field}`);
    }
  }
});
