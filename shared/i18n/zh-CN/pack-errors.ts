import { withFact, type AllFailureWords } from '../failure-words.ts';

/** What is said of packs that cannot be made or opened. */
export const packErrors = {
  'pack-too-large': {
    what: '这个经验包或其中的文件超出了大小、数量或压缩比的限制，没有继续。',
    next: '请分成几个包；收到的包，请发件单位拆分后重新生成。',
  },
  'pack-not-decryptable': {
    what: '无法解密：文件不是经验包、已经损坏，或不是加密给本单位的。',
    next: '请核对文件是否传输完整；确认无误时，请对方重新生成并指定本单位为接收单位。',
  },
  'pack-not-addressed-here': {
    what: '这个经验包不是发给本单位的，也不是本单位发出的。',
    next: '请退还发件单位。',
  },
  'pack-archive-unsafe': {
    what: (detail) =>
      withFact(
        detail,
        'entry',
        (entry) => `包内的条目“${entry}”可能危害计算机，已整体拒收。`,
        '包内有可能危害计算机的条目，已整体拒收。',
      ),
    next: '请不要用其他软件解压；请联系发件单位核实来源。',
  },
  'pack-structure-invalid': {
    what: '包内的结构不符合规定，已整体拒收。',
    next: '请对方用检知重新生成。',
  },
  'pack-signer-unknown': {
    what: '签名单位没有登记，无法确认是谁发出的。',
    next: '请先登记对方的名片并电话核对指纹，再核验这个文件。',
  },
  'pack-signature-invalid': {
    what: '签名对不上：内容在签名之后被改动过，或签名是伪造的。',
    next: '请不要使用其中的内容，并立即联系发件单位。',
  },
  'pack-comment-differs': {
    what: '签名中的说明与包内目录不一致，已整体拒收。',
    next: '请联系发件单位重新生成。',
  },
  'pack-kind-unknown': {
    what: '这是本版本不认识的经验包类型。',
    next: '请升级程序后再核验。',
  },
  'pack-kind-not-allowed': {
    what: '发件单位无权向本单位发送这种经验包，已整体拒收。',
    next: '请联系发件单位核实。',
  },
  'pack-not-for-office': {
    what: (detail) =>
      withFact(
        detail,
        'name',
        (name) => `这种经验包不能由本单位发给“${name}”。`,
        '这种经验包不能由本单位发给所选单位。',
      ),
    next: '请另选接收单位。',
  },
  'pack-statement-invalid': {
    what: '包内的说明不符合规定，已整体拒收。',
    next: '请对方用检知重新生成。',
  },
  'pack-is-own': {
    what: '这是本单位自己生成的经验包。',
    next: '请把它交给接收单位；要检查它，请用“核验”。',
  },
  'pack-number-taken': {
    what: '同一编号已收过另一个经验包，这一个已整体拒收。',
    next: '请联系发件单位：可能有人伪造，或对方的工作库被复制成了两份。',
  },
  'pack-chain-broken': {
    what: '这个经验包与已收到的前后经验包接不上，已整体拒收。',
    next: '请联系发件单位核实。',
  },
  'epoch-unconfirmed': {
    what: '发件单位换用了新的编号，可能是恢复了备份，也可能是有人冒用，暂不收入。',
    next: '请电话核实，确认后再收。',
  },
  'epoch-not-held': {
    what: '没有等待确认的这个编号。',
    next: '请刷新后再看。',
  },
  'pack-suite-unknown': {
    what: '这个经验包使用了本版本不认识的密码算法。',
    next: '请升级程序后再核验。',
  },
  'pack-newer': {
    what: '这个经验包的格式比本版本新。',
    next: '请升级程序后再核验。',
  },
  'pack-payload-changed': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) => `包内文件“${name}”在签名之后被改动过，已整体拒收。`,
        '包内有文件在签名之后被改动过，已整体拒收。',
      ),
    next: '请不要使用其中的内容，并联系发件单位。',
  },
  'pack-file-unlisted': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) => `包内多出了清单之外的文件“${name}”，已整体拒收。`,
        '包内多出了清单之外的文件，已整体拒收。',
      ),
    next: '请联系发件单位重新生成。',
  },
  'pack-file-missing': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) => `清单所列的文件“${name}”不在包内，已整体拒收。`,
        '清单所列的文件不在包内，已整体拒收。',
      ),
    next: '请联系发件单位重新生成。',
  },
  'pack-record-invalid': {
    what: '包内有一份材料不符合规定的格式，已整体拒收。',
    next: '请联系发件单位重新生成。',
  },
  'pack-rendering-differs': {
    what: '包内用于阅读的页面与材料数据不一致，已整体拒收：看到的可能不是实际报送的。',
    next: '请联系发件单位重新生成。',
  },
  'office-not-colleague': {
    what: '该单位没有登记为同院同事，材料不能带着真实姓名送去。',
    next: '在“联系对象”中核对该单位；确是同院同事的，设为同院同事后再送。',
  },
  'office-not-reviewer': {
    what: '这份材料不是从该同事那里送来的，不能退回给它。',
    next: '请选择送来这份材料的同事。',
  },
  'office-is-theirs': {
    what: '这份材料是该同事送来审核的，不能再送给它审核。',
    next: '请用“退回同事”。',
  },
  'record-is-colleagues': {
    what: '所选材料中有同事送来审核的，只能由同事所在的工作库报送或生成公文：当事人的化名只在那里。没有写出任何内容。',
    next: '审完后请用“退回同事”，由同事报送。',
  },
  'office-not-expected': {
    what: '包里的材料与本库的对不上：退回的材料没有送出过，或者送审的材料在本库是另一份。没有收入任何内容。',
    next: '请与同事核对是哪一份材料。',
  },
  'office-merge-open': {
    what: '这份材料还有一次审回的文字等待合并。',
    next: '请先处理冲突，再送出或收入。',
  },
  'office-nothing-to-merge': {
    what: '这份材料没有等待合并的文字。',
    next: '可能已经合并过，请查看历史。',
  },
  'office-conflicts-open': {
    what: '还有冲突没有选择。',
    next: '请逐一选择后再合并。',
  },
  'office-approval-invalid': {
    what: '包里批准的签名核对不上，已整体拒收。',
    next: '请与同事电话核对，并请对方重新生成。',
  },
} satisfies Partial<AllFailureWords>;
