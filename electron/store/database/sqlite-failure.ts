import { Failure } from '../../../shared/errors.ts';

type CodedError = Error & { code: string };

/**
 * What an error of SQLite or of the file system means to the person, or null if it is a bug. Operational errors (disk
 * full, read-only, locked by another program) are never called damage: answering those with repair is how data is lost.
 */
export function toFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  if (!isCodedError(error)) return null;
  if (error.name === 'SqliteError') return sqliteFailure(error);
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new Failure('disk-full', {}, error);
  if (error.code === 'EROFS') return new Failure('file-not-writable', {}, error);
  return null;
}

function sqliteFailure(error: CodedError): Failure | null {
  const { code } = error;
  const failure = (kind: Failure['code']) => new Failure(kind, { reason: code }, error);
  // SHMSIZE is the one write that SQLite reports as an input/output error when the disk is full.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return failure('disk-full');
  // Full-text structures that contradict themselves: they are made anew from the records.
  if (code === 'SQLITE_CORRUPT_VTAB') return failure('search-index-damaged');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || isDamageOnDisk(code)) {
    return failure('workspace-damaged');
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return failure('workspace-in-use');
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || isUnopenable(code)) {
    return failure('folder-not-writable');
  }
  if (code.startsWith('SQLITE_IOERR_READ') || code === 'SQLITE_IOERR_SHORT_READ') {
    return failure('file-unreadable');
  }
  return code.startsWith('SQLITE_IOERR') ? failure('file-not-writable') : null;
}

function isDamageOnDisk(code: string): boolean {
  return code === 'SQLITE_IOERR_DATA' || code === 'SQLITE_IOERR_CORRUPTFS';
}

function isUnopenable(code: string): boolean {
  return code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_IOERR_ACCESS';
}

function isCodedError(error: unknown): error is CodedError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
