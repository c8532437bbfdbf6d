import type { audit } from '../../../shared/contract/audit.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';
import { verifyAudit } from './verify-audit.ts';

export const auditHandlers: Handlers<typeof audit, StoreContext> = {
  'audit.list': (context, input) => listAudit(databaseOf(context), input),
  'audit.actions': (context) => ({
    actions: databaseOf(context)
      .prepare<[], { action: string; count: number }>(
        'SELECT action, count(*) AS count FROM audit GROUP BY action ORDER BY action',
      )
      .all(),
  }),
  'audit.verify': (context) => verifyAudit(databaseOf(context)),
  'audit.export': (context, { file }) => exportAudit(databaseOf(context), file),
};
