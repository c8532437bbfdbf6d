import type { Database } from 'better-sqlite3';
import { shownState } from '../answers/shown-state.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { situation } from '../../../shared/contract/situation.ts';
import { findRegistryOffice } from '../registry/office-row.ts';
import { gatherOffices, type Gathered } from './gather.ts';
import { situationSettings } from './settings.ts';

type Offices = (typeof situation)['situation.offices'];
type Records = (typeof situation)['situation.records'];

/** See `situation.offices`. */
export function officesBehind(
  db: Database,
  input: InputOf<Offices>,
  now: number,
): OutputOf<Offices> {
  const { region, only, measure, offset, limit } = input;
  const found = gatherOffices(db, input, now).filter(
    (office) => (region === undefined || office.region === region) && isAsked(office, only),
  );
  const isRanked = measure !== undefined && situationSettings(db).showsRanking;
  const items = isRanked
    ? found.toSorted((one, other) => (other[measure] ?? -1) - (one[measure] ?? -1))
    : found;
  return {
    items: items
      .slice(offset, offset + limit)
      .map(({ cardOfficeId: _card, isProvincial: _is, ...office }) => office),
    offset,
    total: items.length,
  };
}

function isAsked(office: Gathered, only: InputOf<Offices>['only']): boolean {
  if (only === 'points') return office.isPoint;
  if (only === 'silent') return office.isSilent;
  if (only === 'unlinked') return office.isPoint && !office.hasCard;
  return only === undefined || office.caseload !== null;
}

/** See `situation.records`. */
export function recordsBehind(db: Database, input: InputOf<Records>): OutputOf<Records> {
  const conditions = ["received.library = 'received'"];
  const values: (string | number)[] = [];
  const add = (sql: string, ...more: (string | number)[]) => {
    conditions.push(sql);
    values.push(...more);
  };
  if (input.from !== undefined) add('received.received_at >= ?', startOf(input.from));
  if (input.to !== undefined) add('received.received_at < ?', startOf(input.to, 1));
  if (input.state !== undefined) add('received.state = ?', input.state);
  if (input.officeId !== undefined) {
    add('received.sender_id = ?', findRegistryOffice(db, input.officeId).card_office_id ?? '');
  }
  if (input.region !== undefined) {
    add(
      'received.sender_id IN (SELECT card_office_id FROM registry_offices WHERE region = ? AND card_office_id IS NOT NULL)',
      input.region,
    );
  }
  if (input.outside) {
    add(
      'received.sender_id NOT IN (SELECT card_office_id FROM registry_offices WHERE card_office_id IS NOT NULL)',
    );
  }
  if (input.keyword !== undefined) {
    add(
      'received.record_number IN (SELECT record_number FROM received_topics WHERE keyword = ?)',
      input.keyword,
    );
  }
  const from = `FROM received_records AS received WHERE ${conditions.join(' AND ')}`;
  const total = db
    .prepare(`SELECT count(*) ${from}`)
    .pluck()
    .get(...values) as number;
  const items = db
    .prepare(
      `SELECT records.id, page.kind, records.title, ${shownState('page')} AS state, page.received_at AS receivedAt,
         coalesce((SELECT name FROM registry_offices WHERE card_office_id = page.sender_id),
           (SELECT name FROM office_cards WHERE office_id = page.sender_id AND superseded_at IS NULL),
           (SELECT coalesce(original_sender, sender_name) FROM packs_received WHERE number = page.pack_number), '') AS office
       FROM (SELECT * ${from} ORDER BY received.received_at DESC, received.record_number DESC LIMIT ? OFFSET ?) AS page
       JOIN records ON records.number = page.record_number
       ORDER BY page.received_at DESC, page.record_number DESC`,
    )
    .all(...values, input.limit, input.offset) as OutputOf<Records>['items'];
  return { items, offset: input.offset, total };
}

/** When a month begins in Beijing; `later`: so many months after. */
function startOf(month: string, later = 0): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Date.UTC(year, number - 1 + later, 1) - 8 * 3_600_000;
}
