import { officeAt, type RecordKey, type Trial } from './model.ts';

/** For whoever looks for what went wrong: every pack that touched a record, and what was answered, in the order of sending. */
export function storyOf(trial: Trial, key: RecordKey): string[] {
  const [, recordId] = key.split('/');
  const numberOf = new Map(trial.sent.map(({ n, inside }) => [inside.pack.packId, n]));
  return trial.sent.flatMap((sent) => {
    const { n, kind, channel, epoch, sequence, carries, takesBack, inside } = sent;
    const said = (inside.statement.answers ?? []).flatMap(({ packId, records }) =>
      records
        .filter((record) => record.recordId === recordId)
        .map(({ outcome }) => `${outcome} of ${String(numberOf.get(packId))}`),
    );
    if (!carries.has(key) && !takesBack.includes(key) && said.length === 0) return [];
    const to = sent.to.map((index) => officeAt(trial, index).life.arrived.has(n));
    const isRemembered = officeAt(trial, sent.from).life.wrote.has(n);
    const place = `${channel} epoch ${String(epoch)} number ${String(sequence)}`;
    return `${String(n)} ${kind} ${place} ${said.join()} arrived ${to.join()} remembered ${String(isRemembered)}`;
  });
}
