/** Full-text structures that contradict themselves. The database file's own damage has another code. */
export function isCorruptIndex(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT_VTAB';
}
