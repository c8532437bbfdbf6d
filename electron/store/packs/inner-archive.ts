import type { Archive } from './open-archive.ts';

/**
 * The files below a folder of a bag as a bag of their own, which its tag files know as `folder`. Nothing is unpacked for it: what is an archive inside it
 * stays a file.
 */
export function innerArchive(archive: Archive, prefix: string, folder: string): Archive {
  const sizes = [...archive.sizes]
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, size]) => [path.slice(prefix.length), size] as const);
  return {
    folder,
    sizes: new Map(sizes),
    checksum: (path) => archive.checksum(prefix + path),
    read: (path, limit) => archive.read(prefix + path, limit),
    hash: (path, onChunk) => archive.hash(prefix + path, onChunk),
    chunks: (path) => archive.chunks(prefix + path),
  };
}
