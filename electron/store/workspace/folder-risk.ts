import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FolderRisk } from '../../../shared/contract/workspace.ts';

/** What the machine says about itself; tests say it instead. */
export type Surroundings = {
  /** The text of `/proc/mounts`; empty where there is none. */
  mounts: string;
  environment: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
  /** The real place of an existing path. On Windows this turns a mapped drive into its `\\server\share`. */
  realPath: (path: string) => string;
};

const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|9p|afs|auristorfs|ceph|coda|davfs|glusterfs|lustre|ncpfs|ncp|orangefs|beegfs|vboxsf|fuse\.(sshfs|rclone|davfs2?|s3fs|smbnetfs|curlftpfs|gvfsd-fuse|glusterfs|ceph|mfs|juicefs|goofys|gcsfuse|vmhgfs-fuse|onedriver|google-drive-ocamlfuse))$/;

/** Names that synchronisation clients give to their folders. A whole path segment must match. */
const cloudFolders: readonly RegExp[] = [
  /^onedrive( ?[-–—].*)?$/i,
  /^dropbox( ?\(.*\))?$/i,
  /^(nutstore( files)?|我的坚果云|坚果云)$/i,
  /^(baidunetdiskworkspace|baidunetdisk|baidusyncdisk|百度网盘(同步空间)?|百度云(同步盘|盘)?)$/i,
  /^(weiyun( ?sync)?|微云|腾讯微云(同步助手|同步盘)?|腾讯文档)$/i,
  /^(wps ?drive|wps cloud files|wps ?云(文档|盘|空间)|wps ?网盘|金山云?盘|kingsoft ?drive)$/i,
  /^(icloud ?drive|mobile documents|com~apple~clouddocs|icloud云盘)$/i,
  /^(google ?drive(-.*)?|googledrive|drivefs|my drive|我的云端硬盘|云端硬盘|谷歌云端硬盘)$/i,
  /^(cloudstorage|nextcloud|owncloud|seafile|pcloud ?drive|megasync|box sync|resilio sync|syncthing)$/i,
  /^(synology ?drive|cloudstation|群晖同步)$/i,
  /^(阿里云盘|阿里网盘|adrivesync|天翼云盘|ecloud|和彩云|移动云盘|中国移动云盘|联通云盘|115(网盘|生活)?同步|360(云盘|安全云盘|asc))$/i,
];

/** Files and folders that such clients leave at the top of what they synchronise. */
const cloudMarkers = [
  '.dropbox',
  '.dropbox.cache',
  '.nutstore',
  '.stfolder',
  '.owncloudsync.log',
  '.SynologyWorkingDirectory',
  '.tmp.drivedownload',
  '.849C9593-D756-4E56-8D6E-42412F2A707B',
];
const cloudVariables = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'];

/**
 * Why a folder (which need not exist yet) is a poor place for a workspace. It names what can be known: a cloud client
 * that uses a folder of another name is not noticed.
 */
export function detectFolderRisk(
  folder: string,
  surroundings: Surroundings = realSurroundings(),
): FolderRisk {
  const places = [folder, realPlace(folder, surroundings)];
  if (places.some((place) => isOnNetwork(place, surroundings.mounts))) return 'network';
  if (places.some((place) => isInCloud(place, surroundings))) return 'cloud';
  return 'none';
}

function realSurroundings(): Surroundings {
  return {
    mounts: process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : '',
    environment: process.env,
    exists: existsSync,
    realPath: (path) => realpathSync.native(path),
  };
}

/** Resolves links in the part of the path that exists. */
function realPlace(folder: string, { exists, realPath }: Surroundings): string {
  const ancestors = ancestorsOf(folder);
  const existing = ancestors.find((ancestor) => exists(ancestor));
  if (existing === undefined) return folder;
  try {
    return join(realPath(existing), folder.slice(existing.length));
  } catch {
    return folder;
  }
}

function isOnNetwork(place: string, mounts: string): boolean {
  if (/^[\\/]{2}[^\\/?.]/.test(place) || /^\\\\\?\\UNC\\/i.test(place)) return true;
  return networkFileSystems.test(fileSystemOf(place, mounts));
}

/** The type of the file system with the longest mount point above a place; the last one mounted there counts. */
function fileSystemOf(place: string, mounts: string): string {
  let found = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, rawPoint = '', type = ''] = line.split(' ');
    const point = rawPoint.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const isAbove = point !== '' && `${place}/`.startsWith(point === '/' ? '/' : `${point}/`);
    if (isAbove && point.length >= found.point.length) found = { point, type };
  }
  // The root of a machine without a disk of its own, or of a container, is no drive that somebody chose.
  return found.point === '/' ? '' : found.type;
}

function isInCloud(place: string, { environment, exists }: Surroundings): boolean {
  const segments = place.normalize('NFC').split(/[\\/]+/);
  if (segments.some((segment) => cloudFolders.some((name) => name.test(segment)))) return true;
  const roots = cloudVariables
    .map((name) => environment[name])
    .filter((root) => root !== undefined);
  if (roots.some((root) => root !== '' && isInside(place, root))) return true;
  return ancestorsOf(place).some((ancestor) =>
    cloudMarkers.some((marker) => exists(join(ancestor, marker))),
  );
}

function isInside(place: string, root: string): boolean {
  const [inner, outer] = [place, root].map((path) => `${resolve(path)}/`.toLowerCase());
  return inner !== undefined && outer !== undefined && inner.startsWith(outer);
}

function ancestorsOf(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestorsOf(parent)];
}
