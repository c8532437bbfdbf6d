import type { Handlers } from '../../../shared/contract/define.ts';
import type { registry } from '../../../shared/contract/registry.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { removeFigures } from '../caseload/figures.ts';
import type { StoreContext } from '../context.ts';
import { deskDatabase } from './desk-database.ts';
import { exportOffices } from './export-offices.ts';
import { importOffices, previewOffices } from './import-offices.ts';
import { linkCard, unlinkedCards } from './link-card.ts';
import { countOffices, listOffices } from './list-offices.ts';
import { findRegistryOffice, insertOffice, toRegistryOffice, updateOffice } from './office-row.ts';
import { addSampleOffices, removeSampleOffices } from './sample-offices.ts';

export const registryHandlers: Handlers<typeof registry, StoreContext> = {
  'registry.list': (context, input) => listOffices(deskDatabase(context), input),
  'registry.counts': (context) => countOffices(deskDatabase(context)),
  'registry.get': (context, { id }) =>
    toRegistryOffice(findRegistryOffice(deskDatabase(context), id)),
  'registry.create': (context, fields) => {
    const db = deskDatabase(context);
    return { id: db.transaction(() => insertOffice(db, fields, context.clock())).immediate() };
  },
  'registry.save': (context, { id, version, ...fields }) => {
    const db = deskDatabase(context);
    const save = db.transaction(() => {
      if (findRegistryOffice(db, id).version !== version)
        throw new Failure('registry-changed-elsewhere');
      return updateOffice(db, id, fields, context.clock());
    });
    return { version: save.immediate() };
  },
  'registry.remove': (context, { ids }) => {
    const db = deskDatabase(context);
    db.transaction(() => {
      for (const id of ids) {
        findRegistryOffice(db, id);
        removeFigures(db, id);
        db.prepare('DELETE FROM registry_offices WHERE id = ?').run(id);
        appendAudit(db, context.clock, { action: 'registry-removed', subject: id, detail: {} });
      }
    }).immediate();
    return {};
  },
  'registry.link': (context, { id, cardOfficeId }) => {
    linkCard(deskDatabase(context), id, cardOfficeId);
    return {};
  },
  'registry.unlinkedCards': (context) => unlinkedCards(deskDatabase(context)),
  'registry.preview': (context, { file }) => previewOffices(deskDatabase(context), file),
  'registry.import': (context, input) => importOffices(deskDatabase(context), context.clock, input),
  'registry.export': (context, { file }) =>
    exportOffices(deskDatabase(context), context.clock, file),
  'registry.addSamples': (context) => ({
    added: addSampleOffices(deskDatabase(context), context.clock()),
  }),
  'registry.removeSamples': (context) => removeSampleOffices(deskDatabase(context)),
};
