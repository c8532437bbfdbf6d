import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { readSampleCitations } from '../../../electron/store/records/samples/cite-samples.ts';
import { readChosen } from '../../../electron/store/packs/read-chosen.ts';
import { exportedRecordText } from '../../../shared/document/exported-record.ts';
import { recordingControl } from '../../support/temp-records.ts';
import { openTempSources } from '../../support/temp-sources.ts';

describe('the sources of the sample library', () => {
  const store = openTempSources();
  after(() => store.close());
  const count = () => store.db.prepare('SELECT count(*) FROM sources').pluck().get();
  const add = () => store.handlers['records.addSamples'](store.context, {}, recordingControl());
  const { sources, citations } = readSampleCitations();

  it('are all cited where the file says, once each', async () => {
    await add();
    assert.equal(count(), sources.length);
    const cited = store.db
      .prepare('SELECT count(DISTINCT source_id) FROM record_sources')
      .pluck()
      .get();
    assert.equal(cited, sources.length);
    const documents = store.db.prepare('SELECT document FROM records').pluck().all() as string[];
    const inTexts = documents.join('').split('"type":"citation"').length - 1;
    assert.equal(inTexts, citations.length);
  });

  it('leave with their records, in the order of citation', () => {
    const id = store.db
      .prepare("SELECT id FROM records WHERE source_name = '01-valuing-trade-secret-loss.md'")
      .pluck()
      .get() as string;
    const text = exportedRecordText(readChosen(store.db, id));
    assert.match(text, /并不等同\[1\]15。/);
    assert.match(text, /衡量\[2-3\]。/);
    assert.match(text, /酌定\[3,5\]。/);
    assert.match(text, /\[5\] HARTWELL I, QUILL T R, MARROW E, et al\. Valuing trade secrets/);
  });

  it('are not added again, and go with the samples but for what somebody cites', async () => {
    await add();
    assert.equal(count(), sources.length);
    const [own] = store.db.prepare('SELECT id FROM sources ORDER BY number').pluck().all();
    store.cite(own as string);
    void store.handlers['records.removeSamples'](store.context, {});
    const left = store.db.prepare('SELECT id, is_sample FROM sources').all();
    assert.deepEqual(left, [{ id: own, is_sample: 0 }]);
  });
});
