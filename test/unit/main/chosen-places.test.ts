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

test('a place must be spelt as it was chosen: a link on the way makes it another file', () => {
  const places = createChosenPlaces();
  places.add('/home/officer/a.txt');
  for (const file of [
    '/home/officer/link/../a.txt',
    '/home/officer/./a.txt',
    '/home/officer//a.txt',
  ]) {
    assert.throws(() => places.check({ name: 'packs.verify', input: { file } }), NOT_CHOSEN, file);
  }
  places.check({ name: 'packs.verify', input: { file: '/home/officer/a.txt' } });
});

test('what is for the command line only does not exist for a window, chosen place or not', () => {
  const places = createChosenPlaces();
  places.add('/home/officer/key.txt');
  const call = { name: 'points.writeAgeIdentity', input: { file: '/home/officer/key.txt' } };
  assert.throws(() => places.check(call), { code: 'operation-unknown' });
});
