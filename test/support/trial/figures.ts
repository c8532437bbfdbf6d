import assert from 'node:assert/strict';
import { caseloadHandlers } from '../../../electron/store/caseload/handlers.ts';
import { registryHandlers } from '../../../electron/store/registry/handlers.ts';
import type { OwnFigures } from '../../../shared/contract/packs.ts';
import type { RegistryId } from '../../../shared/contract/registry.ts';
import type { Inside } from './open-bag.ts';
import { count, officeAt, type Life, type Office, type Sent, type Trial } from './model.ts';

// Figures of a period: whoever sends them says them anew until they are right, and the registry says whose they are.

const kinds = ['criminal-arrest', 'criminal-prosecution', 'civil', 'proposals'] as const;
const periods = ['2027', '2026-Q4', '2027-Q1', '2027-04'] as const;

/** What a point counts for one period or two, most often none. */
export function figuresNow({ random }: Trial): OwnFigures[] {
  if (random.below(3) !== 0) return [];
  const chosen = new Set([random.pick(periods), random.pick(periods)]);
  return [...chosen].map((period) => ({
    period,
    figures: kinds
      .filter((kind) => kind === 'civil' || random.below(2) === 0)
      .map((kind) => ({ kind, count: random.below(500) })),
  }));
}

/** The figures that are in a bag, read line by line: by the name of their file, each in one line. */
export function figuresIn({ files }: Inside): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, bytes] of files) {
    const period = /^data\/caseload\/(.+)\.csv$/u.exec(path)?.[1];
    if (period === undefined) continue;
    const [head, ...lines] = String(bytes).trimEnd().split('\n');
    assert.equal(head, 'kind,name,count');
    const cells = lines.map((line) => line.split(','));
    found.set(period, inOneLine(cells.map(([kind = '', , many]) => [kind, Number(many)])));
  }
  return found;
}

export function meantFigures(figures: readonly OwnFigures[]): Map<string, string> {
  return new Map(
    figures.map(({ period, figures: all }) => [
      period.toLowerCase(),
      inOneLine(all.map(({ kind, count: many }) => [kind, many])),
    ]),
  );
}

function inOneLine(figures: readonly (readonly [string, number])[]): string {
  return figures
    .map(([kind, many]) => `${kind} ${String(many)}`)
    .toSorted()
    .join();
}

/** Of a period the word that was sent last stands, whenever each came. */
export function takeFigures(life: Life, { n, from, figures }: Sent): void {
  for (const [period, line] of figures) {
    const place = `${String(from)} ${period}`;
    if ((life.figureWords.get(place) ?? -1) > n) continue;
    life.figureWords.set(place, n);
    life.figures.set(place, line);
  }
}

/** Offices are entered in the registry, their cards linked, some long after they sent figures; now and then one is abolished. */
export async function keepRegistry(trial: Trial, office: Office): Promise<void> {
  const below = trial.offices.filter(
    ({ upward, kind }) => kind === 'contact-point' && upward.includes(office.index),
  );
  if (below.length === 0) return;
  const one = trial.random.pick(below);
  const { context, life } = office;
  const entry = life.registry.get(one.index);
  if (entry === undefined) {
    const nothing = { level: null, batches: [], provincial: '', demonstrationZone: '' };
    const fields = {
      ...nothing,
      name: one.name,
      region: '330000' as const,
      contacts: [],
      notes: '',
    };
    const { id } = await registryHandlers['registry.create'](context, fields);
    life.registry.set(one.index, { id, isLinked: false });
  } else if (!entry.isLinked) {
    const id = entry.id as RegistryId;
    await registryHandlers['registry.link'](context, { id, cardOfficeId: one.id });
    life.registry.set(one.index, { ...entry, isLinked: true });
  } else if (trial.random.below(4) === 0) {
    await registryHandlers['registry.remove'](context, { ids: [entry.id as RegistryId] });
    life.registry.delete(one.index);
    // With its figures; what it sent stays.
    for (const place of life.figures.keys())
      if (place.startsWith(`${String(one.index)} `)) life.figures.delete(place);
    count(trial, 'abolished');
  }
}

/** What is shown of each office's figures is the word that it sent last. */
export async function checkFigures(trial: Trial, office: Office): Promise<void> {
  const { context, db, life } = office;
  const found = new Map<string, string>();
  for (const other of trial.offices) {
    const entry = life.registry.get(other.index);
    const add = (period: string, figures: readonly { kind: string; count: number }[]) =>
      found.set(
        `${String(other.index)} ${period.toLowerCase()}`,
        inOneLine(figures.map(({ kind, count: many }) => [kind, many])),
      );
    if (entry?.isLinked === true) {
      const shown = await caseloadHandlers['caseload.ofOffice'](context, {
        officeId: entry.id as RegistryId,
      });
      for (const { period, figures } of shown.periods) add(period, figures);
      continue;
    }
    const rows = db
      .prepare<[string], { period: string; kind: string; count: number }>(
        'SELECT period, kind, count FROM caseload_figures WHERE office_id = ?',
      )
      .all(other.id);
    for (const [period, figures] of Map.groupBy(rows, (row) => row.period)) add(period, figures);
  }
  assert.deepEqual(found, life.figures, `figures at ${String(office.index)}`);
  const words = [...life.figureWords.values()].map((n) => trial.sent[n]);
  assert.ok(words.every((sent) => sent !== undefined && isHere(trial, sent, office)));
}

function isHere(trial: Trial, { n }: Sent, { index }: Office): boolean {
  const { arrived } = officeAt(trial, index).life;
  return [...arrived].some((at) => at === n || trial.sent[at]?.original === n);
}
