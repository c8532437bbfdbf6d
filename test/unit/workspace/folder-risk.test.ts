import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  detectFolderRisk,
  type Surroundings,
} from '../../../electron/store/workspace/folder-risk.ts';

const mounts = `
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sdb1 /media/u盘\\040甲 vfat rw 0 0
nas:/export /mnt/nas nfs4 rw,vers=4.2 0 0
//server/share /mnt/共享\\040资料 cifs rw 0 0
host /mnt/vm 9p rw 0 0
user@host: /home/chen/remote fuse.sshfs rw 0 0
/dev/sdc1 /mnt/nas/local ext4 rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
tmpfs /tmp tmpfs rw 0 0
`;

function around(changes: Partial<Surroundings> = {}): Surroundings {
  return { mounts, environment: {}, exists: () => true, realPath: (path) => path, ...changes };
}

const nothingExists = around({ exists: () => false });

describe('the risk of a folder', () => {
  it('is none on the disks of this machine', () => {
    for (const folder of [
      '/home/chen/检知',
      '/media/u盘 甲/检知',
      '/mnt/nas/local/x',
      '/tmp/x',
      '/',
    ]) {
      assert.equal(detectFolderRisk(folder, nothingExists), 'none', folder);
    }
  });

  it('is the network on network file systems, to the folder', () => {
    for (const folder of [
      '/mnt/nas',
      '/mnt/nas/检知',
      '/mnt/共享 资料/检知',
      '/mnt/vm/a/b',
      '/home/chen/remote/x',
      '/run/user/1000/gvfs/smb-share:server=a,share=b',
    ]) {
      assert.equal(detectFolderRisk(folder, nothingExists), 'network', folder);
    }
    for (const folder of ['/mnt/nas2', '/mnt/共享', '/home/chen/remote2']) {
      assert.equal(detectFolderRisk(folder, nothingExists), 'none', folder);
    }
  });

  it('is the network on UNC paths, and on mapped drives that resolve to one', () => {
    for (const folder of [
      '\\\\server\\share\\检知',
      '//server/share',
      '\\\\?\\UNC\\server\\share',
    ]) {
      assert.equal(detectFolderRisk(folder, nothingExists), 'network', folder);
    }
    const mapped = around({ realPath: () => '\\\\server\\share\\检知' });
    assert.equal(detectFolderRisk('/Z/检知', mapped), 'network');
    assert.equal(detectFolderRisk('\\\\?\\C:\\检知', nothingExists), 'none');
  });

  it('does not count the root of a machine that has no disk of its own', () => {
    const diskless = around({ mounts: 'host / 9p rw 0 0', exists: () => false });
    assert.equal(detectFolderRisk('/home/chen/检知', diskless), 'none');
  });

  it('is the cloud inside the folders of synchronisation clients', () => {
    for (const folder of [
      '/home/chen/OneDrive/检知',
      'C:\\Users\\chen\\OneDrive - 云汀市检察院\\检知',
      '/Users/chen/Library/CloudStorage/OneDrive-个人/检知',
      '/home/chen/Dropbox',
      '/home/chen/Dropbox (Personal)/a',
      '/home/chen/Nutstore Files/我的坚果云/检知',
      '/home/chen/坚果云/检知',
      'D:\\BaiduSyncdisk\\检知',
      'D:\\百度网盘同步空间\\检知',
      'D:\\腾讯微云\\检知',
      'C:\\Users\\chen\\WPS Cloud Files\\1\\检知',
      'C:\\Users\\chen\\WPSDrive\\检知',
      'D:\\WPS云盘\\检知',
      '/Users/chen/Library/Mobile Documents/com~apple~CloudDocs/检知',
      'C:\\Users\\chen\\iCloudDrive\\检知',
      '/home/chen/Google Drive/检知',
      'G:\\我的云端硬盘\\检知',
      '/home/chen/Nextcloud/检知',
      'D:\\SynologyDrive\\检知',
    ]) {
      assert.equal(detectFolderRisk(folder, nothingExists), 'cloud', folder);
    }
  });

  it('is not the cloud for names that only resemble those', () => {
    for (const folder of [
      '/home/chen/OneDriver/检知',
      '/home/chen/关于Dropbox的案件',
      '/home/chen/百度网盘侵权案',
      'D:\\BaiduNetdiskDownload\\检知',
      '/home/chen/WPS云盘著作权案/检知',
      '/home/chen/微云科技公司商标案',
    ]) {
      assert.equal(detectFolderRisk(folder, nothingExists), 'none', folder);
    }
  });

  it('is the cloud where a client has left its marker in a folder above', () => {
    for (const marker of ['.dropbox.cache', '.stfolder', '.owncloudsync.log']) {
      const surroundings = around({ exists: (path) => path === `/data/资料/${marker}` });
      assert.equal(detectFolderRisk('/data/资料/检知/新', surroundings), 'cloud', marker);
      assert.equal(detectFolderRisk('/data/别处', surroundings), 'none', marker);
    }
  });

  it('is the cloud inside the folder that OneDrive names in the environment', () => {
    const surroundings = { ...nothingExists, environment: { OneDriveCommercial: '/data/单位云' } };
    assert.equal(detectFolderRisk('/data/单位云/检知', surroundings), 'cloud');
    assert.equal(detectFolderRisk('/data/单位云2/检知', surroundings), 'none');
  });

  it('is seen through links', () => {
    const exists = (path: string) => path === '/home/chen/link';
    const toCloud = around({ exists, realPath: () => '/home/chen/Dropbox/inner' });
    assert.equal(detectFolderRisk('/home/chen/link/new/检知', toCloud), 'cloud');
    const toNetwork = around({ exists, realPath: () => '/mnt/nas' });
    assert.equal(detectFolderRisk('/home/chen/link/new', toNetwork), 'network');
  });
});
