import type { Database } from 'better-sqlite3';
import { SituationSettings } from '../../../shared/contract/situation.ts';
import { writeFact } from '../workspace/facts.ts';

const FACT = 'situation_settings';
const usual: SituationSettings = { silentAfterDays: 90, showsRanking: false, rhythm: 'quarter' };

export function situationSettings(db: Database): SituationSettings {
  const value = db.prepare('SELECT value FROM workspace_facts WHERE name = ?').pluck().get(FACT);
  if (typeof value !== 'string') return usual;
  return SituationSettings.safeParse({ ...usual, ...JSON.parse(value) }).data ?? usual;
}

export function changeSituationSettings(
  db: Database,
  change: { [Name in keyof SituationSettings]?: SituationSettings[Name] | undefined },
): SituationSettings {
  const before = situationSettings(db);
  const settings: SituationSettings = {
    silentAfterDays: change.silentAfterDays ?? before.silentAfterDays,
    showsRanking: change.showsRanking ?? before.showsRanking,
    rhythm: change.rhythm ?? before.rhythm,
  };
  writeFact(db, FACT, JSON.stringify(settings));
  return settings;
}
