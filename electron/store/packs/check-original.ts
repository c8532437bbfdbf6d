import type { Database } from 'better-sqlite3';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import { Failure } from '../../../shared/errors.ts';
import { isForwardable, maySend } from '../../../shared/packs/pack-kinds.ts';
import type { Statement, StatementOf } from '../../../shared/packs/statement.ts';
import { readPackedCaseload, type PackedCaseload } from './check-caseload.ts';
import { checkPayload } from './check-payload.ts';
import { checkRecords } from './check-records.ts';
import { ORIGINAL } from './check-statement.ts';
import { checkTagFiles, type Signer, type TagFacts } from './check-tag-files.ts';
import { innerArchive } from './inner-archive.ts';
import type { Archive } from './open-archive.ts';
import type { Content, PackJson } from './pack-json.ts';
import { stopIfAsked } from './stop-if-asked.ts';

/** The pack that a provincial office forwards, as its sender signed it. */
export type Original = TagFacts & {
  archive: Archive;
  statement: Statement | null;
  caseload: readonly PackedCaseload[];
};
type ToCheck = { archive: Archive; statement: Statement | null; signer: Signer };

/**
 * The bag inside an endorsement, by the same steps as the one around it: its tag files, the signature of the office that sent it, its
 * payload, its records. It was sent to the office that forwards it; it is one level deep. Null for other kinds. Fails: `endorsed-signer-unknown`,
 * `endorsed-not-for-sender`, `endorsed-not-forwardable`, else `endorsed-original-invalid` (`code`: what a pack would have been refused for).
 */
export async function checkOriginal(
  db: Database,
  info: WorkspaceInfo,
  { archive, statement, signer }: ToCheck,
  control: JobControl,
  onRecord: (done: number, record: ExportedRecord, content: Content) => void,
): Promise<Original | null> {
  if (statement?.kind !== 'endorsement') return null;
  const inner = innerArchive(archive, ORIGINAL, statement.original.packId);
  try {
    const facts = await checkTagFiles(inner, db, info, (pack, sender) =>
      checkForwarded(pack, sender, signer.officeId),
    );
    const { statement: said } = await checkPayload(inner, facts, control);
    checkNamed(statement, facts, said);
    const caseload = await readPackedCaseload(inner, said, facts.payload);
    await checkRecords(inner, facts.pack, [], (done, record, content) => {
      stopIfAsked(control);
      onRecord(done, record, content);
    });
    return { ...facts, archive: inner, statement: said, caseload };
  } catch (error) {
    if (!(error instanceof Failure) || mayPass(error.code)) throw error;
    if (error.code === 'pack-signer-unknown' || error.code === 'pack-key-revoked')
      throw new Failure('endorsed-signer-unknown');
    throw new Failure('endorsed-original-invalid', { code: error.code }, error);
  }
}

function mayPass(code: Failure['code']): boolean {
  return code === 'cancelled' || code === 'disk-full' || code.startsWith('endorsed-');
}

/** Its sender signed it and addressed it to the office that forwards it. */
function checkForwarded(pack: PackJson, { office, ...signer }: Signer, forwarderId: string): void {
  const { sender, recipients, kind } = pack;
  if (sender.officeId !== signer.officeId || sender.fingerprint !== signer.fingerprint) {
    throw new Failure('pack-signer-unknown');
  }
  // Also what the forwarding office, or the reader, wrote itself.
  if (office === null || office.id === forwarderId || !isForwardable(kind)) {
    throw new Failure('endorsed-not-forwardable', { kind });
  }
  if (recipients[0].officeId !== forwarderId || !maySend(kind, office.kind, 'province')) {
    throw new Failure('endorsed-not-for-sender', { name: sender.name });
  }
}

/** What the statement around it says of it is so, and every record in it has its opinion. */
function checkNamed(
  { original, opinions }: StatementOf<'endorsement'>,
  { pack, hash }: TagFacts,
  said: Statement | null,
): void {
  const named = recordsNamed(pack, said);
  const isSo =
    original.packId === pack.packId &&
    original.hash === hash &&
    original.senderId === pack.sender.officeId &&
    opinions.length === named.length &&
    opinions.every(({ recordId }) => named.includes(recordId));
  if (!isSo) throw new Failure('pack-statement-invalid');
}

/** The records that a pack brings or takes back. */
export function recordsNamed(
  { contents }: Pick<PackJson, 'contents'>,
  statement: Statement | null,
): string[] {
  return statement?.kind === 'withdrawal'
    ? statement.records.map(({ recordId }) => recordId)
    : contents.map(({ id }) => id);
}
