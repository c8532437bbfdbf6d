import { withFact, type AllFailureWords } from '../failure-words.ts';
import { answerErrors } from './answer-errors.ts';
import { deskErrors } from './desk-errors.ts';
import { endorsementErrors } from './endorsement-errors.ts';
import { reviewErrors } from './review-errors.ts';
import type { FailureDetail } from '../../errors.ts';
import { packErrors } from './pack-errors.ts';

const file = (detail: FailureDetail) =>
  withFact(detail, 'file', (name) => `文件“${name}”`, '这个文件');
const picture = (detail: FailureDetail) =>
  withFact(detail, 'file', (name) => `“${name}”`, '这张图片');
const folder = (detail: FailureDetail) =>
  withFact(detail, 'folder', (name) => `文件夹“${name}”`, '这个文件夹');

export const errors: AllFailureWords = {
  ...reviewErrors,
  ...deskErrors,
  ...endorsementErrors,
  ...answerErrors,
  internal: {
    what: (detail) =>
      withFact(
        detail,
        'reference',
        (reference) => `程序内部出错（编号 ${reference}），这一步没有完成。`,
        '程序内部出错，这一步没有完成。',
      ),
    next: '请再试一次；仍然出错时，把编号告诉技术支持人员。已保存的内容不受影响。',
  },
  'input-invalid': {
    what: '填写的内容不符合要求，程序没有接受。',
    next: '请检查填写的内容是否为空、过长或含有不能使用的字符，改正后再试。',
  },
  'operation-unknown': {
    what: '窗口请求了本版本没有的功能。',
    next: '请退出程序后重新打开；仍然如此时，请重新安装。',
  },
  'audit-broken': {
    what: ({ number }) =>
      `审计记录第 ${String(number)} 条与前一条对不上，它或它前面的记录被改动过。`,
    next: '请保留现状，不要再改动工作库，并报告上级。',
  },
  cancelled: { what: '已按要求停止。', next: '需要时可以重新开始。' },
  'store-stopped': {
    what: '存储进程意外停止，刚才的操作没有得到答复。',
    next: '请输入口令重新打开工作库；编辑区里尚未保存的文字还在，打开后会自动保存。',
  },
  'path-not-chosen': {
    what: '这个位置不是在本次运行中由您选择的，程序没有使用它。',
    next: '请通过“选择”按钮重新指定文件或文件夹。',
  },
  'dropped-too-many': {
    what: (detail) => `一次拖入的文件和文件夹超过 ${detail['most'] ?? ''} 个，一个也没有收下。`,
    next: '请改为拖入它们所在的文件夹，或者分几次拖入。',
  },
  'disk-full': {
    what: '磁盘空间不足，内容没有写入。',
    next: '请清理磁盘空间后再试；在此之前不要关闭窗口，以免丢失未保存的文字。',
  },
  'file-unreadable': {
    what: (detail) => `${file(detail)}无法读取，可能已被移走、正被其他程序占用，或没有读取权限。`,
    next: '请确认文件还在原处、没有被占用，然后重新选择。',
  },
  'file-not-writable': {
    what: (detail) => `${file(detail)}无法写入，可能是位置只读或没有权限。`,
    next: '请选择另一个位置保存。',
  },
  'file-exists': {
    what: (detail) => `${file(detail)}已经存在，程序不会覆盖它。`,
    next: '请换一个文件名，或先移走原来的文件。',
  },
  'workspace-closed': {
    what: '工作库处于锁定状态，无法读取或保存。',
    next: '请输入口令打开工作库。',
  },
  'workspace-already-open': {
    what: '已有一个工作库处于打开状态，一次只能打开一个。',
    next: '请先锁定当前工作库，再打开另一个。',
  },
  'workspace-not-found': {
    what: (detail) => `${folder(detail)}里没有工作库。`,
    next: '请选择当初建立工作库的文件夹；如果它在移动硬盘上，请先接好硬盘。',
  },
  'workspace-in-use': {
    what: '这个工作库正被另一个程序窗口打开。两个程序同时写入会损坏数据，因此没有打开。',
    next: '请关闭另一个窗口，或等正在运行的命令结束后再试。',
  },
  'workspace-newer': {
    what: '这个工作库由更新版本的程序写成，本版本不能安全读取，没有改动任何内容。',
    next: '请用更新版本的检知打开它。',
  },
  'workspace-not-encrypted': {
    what: '工作库的位置上是一个没有加密的数据库文件，程序拒绝使用。',
    next: '请不要在其中录入内容；请联系技术支持人员查明文件来源，或从备份恢复。',
  },
  'search-index-damaged': {
    what: '检索索引已损坏。材料本身没有受损，也没有改动。',
    next: '请重建索引（“设置”中也可以）；重建期间可以照常工作。',
  },
  'workspace-damaged': {
    what: '工作库文件已损坏，无法完整读取。程序没有删除或改动任何文件。',
    next: '请先把整个文件夹原样复制一份留存，再从最近的备份恢复，或联系技术支持人员。',
  },
  'key-file-damaged': {
    what: '密钥文件的两份副本都已损坏或缺失，没有它无法解开工作库。',
    next: '请从备份中取回密钥文件；不要删除工作库文件夹中的任何文件。',
  },
  'cipher-missing': {
    what: '本程序缺少加密组件，继续下去会写出不加密的文件，因此已停止。',
    next: '请重新安装完整的程序。',
  },
  'folder-not-empty': {
    what: (detail) => `${folder(detail)}不是空的，新工作库只能建在空文件夹里。`,
    next: '请新建一个空文件夹，或选择另一个位置。',
  },
  'folder-not-writable': {
    what: (detail) => `${folder(detail)}不能写入。`,
    next: '请选择有写入权限的文件夹。',
  },
  'folder-risk-not-accepted': {
    what: '这个文件夹位于网络盘或云同步目录，工作库放在里面可能损坏或外泄。',
    next: '请改用本机硬盘上的文件夹；确需使用时，请勾选知悉风险后再继续。',
  },
  'state-secrets-not-acknowledged': {
    what: '尚未确认“不存放国家秘密”，工作库没有建立。',
    next: '请阅读说明并确认。',
  },
  'passphrase-wrong': {
    what: (detail) =>
      withFact(
        detail,
        'waitSeconds',
        (seconds) =>
          seconds === '0'
            ? '口令不对，工作库没有打开。'
            : `口令不对，工作库没有打开。连续输错后需等待 ${seconds} 秒才能再试。`,
        '口令不对，工作库没有打开。',
      ),
    next: '请检查大小写和输入法后再输入；忘记口令时可以使用恢复码。',
  },
  'recovery-code-malformed': {
    what: '恢复码有抄写错误：校验位对不上。',
    next: '请对照打印件逐组核对，注意容易混淆的字符。',
  },
  'recovery-code-wrong': {
    what: '恢复码书写正确，但不是这个工作库现在使用的恢复码。',
    next: '恢复码用过一次就会更换，请找到最近一次打印的那一份。',
  },
  'record-not-found': {
    what: '这份材料不在工作库中，可能已被移除。',
    next: '请刷新列表，或在回收站中查找。',
  },
  'record-read-only': {
    what: '参考案例只供阅读，不能新建或修改。',
    next: '需要改写时，请新建一份材料，再引用其中的内容。',
  },
  'record-in-trash': {
    what: (detail) =>
      withFact(
        detail,
        'title',
        (title) => `“${title}”在回收站中，不能修改，也不能报送。`,
        '所选材料中有回收站里的材料，不能报送。',
      ),
    next: '请先恢复这份材料，或把它从清单中去掉。',
  },
  'record-changed-elsewhere': {
    what: '这份材料在别处已有更新的版本，为避免覆盖，这次修改没有保存。',
    next: '请先复制您的修改，重新打开这份材料后再补入。',
  },
  'record-not-in-trash': {
    what: '彻底删除只用于回收站中的材料，其中有一份已不在回收站，因此一份也没有删除。',
    next: '请刷新回收站，重新选择。',
  },
  'status-not-allowed': {
    what: '这份材料现在的状态不能直接改成那个状态。',
    next: '请按流程逐步办理：草稿、送审、批准、报送。',
  },
  'record-has-too-many-tags': {
    what: '一份材料最多 50 个标签，因此没有添加。',
    next: '请先去掉不用的标签。',
  },
  'code-unknown': {
    what: '所选的一项不在代码表中，没有保存。',
    next: '请重新选择；需要新的选项时，先把它加入列表。',
  },
  'code-list-full': {
    what: '这个列表自行添加的选项已满 500 项，没有添加。',
    next: '请使用已有的选项，或改用标签。',
  },
  'saved-search-not-found': {
    what: '这个保存的检索已经不在了。',
    next: '可以重新检索并保存。',
  },
  'saved-searches-full': {
    what: '保存的检索已满 100 个，没有保存。',
    next: '请先删除不再使用的检索。',
  },
  'document-invalid': {
    what: '正文中有本程序不认识的内容，为安全起见没有读取。',
    next: '原始数据没有改动，请联系技术支持人员。',
  },
  'document-newer': {
    what: '这份正文由更新版本的程序写成，本版本不能读取。',
    next: '请用更新版本的检知打开它。',
  },
  'record-no-report': {
    what: '这份材料不是类案检索报告。',
    next: '请从材料的工具栏选择“类案检索”。',
  },
  'precedent-search-not-found': {
    what: '报告中没有这项检索。',
    next: '它可能已被移除，请重新打开报告。',
  },
  'precedent-searches-too-many': {
    what: (detail) => `一份报告最多 ${detail.most ?? 30} 项检索。`,
    next: '请合并或移除几项，或另建一份报告。',
  },
  'precedent-report-not-run': {
    what: '还没有检索，没有可写入报告的内容；报告正文没有改动。',
    next: '请先检索。',
  },
  'precedent-hit-not-found': {
    what: '报告中没有这件案例。',
    next: '它可能已在重新检索时移出，请重新打开报告。',
  },
  'revision-not-found': {
    what: '历史中没有这一版。',
    next: '它所属的材料可能已被彻底删除；更新历史功能之前报送的，也没有留存版本。',
  },
  'revision-damaged': {
    what: (detail) =>
      withFact(
        detail,
        'number',
        (number) => `第 ${number} 版已损坏，无法读出。材料现在的文字和其他版本不受影响。`,
        '这一版已损坏，无法读出。材料现在的文字和其他版本不受影响。',
      ),
    next: '备份中可能还有完好的这一版。',
  },
  'revision-unchanged': {
    what: (detail) =>
      withFact(
        detail,
        'number',
        (number) => `文字与第 ${number} 版相同，没有另存。`,
        '文字没有变化，没有另存。',
      ),
    next: '要另起名称，可在历史中给那一版改名。',
  },
  'paste-state-secret': {
    what: '要粘贴的内容带有国家秘密标志，没有粘贴，也没有存入。',
    next: '国家秘密不得存入本软件。请在专用的涉密设备上处理。',
  },
  'paste-too-complex': {
    what: '要粘贴的内容过大或嵌套过深，不像一篇文字，没有粘贴。',
    next: '请用“粘贴为纯文本”（Ctrl+Shift+V），或者分几次粘贴。',
  },
  'picture-unknown': {
    what: (detail) => `${picture(detail)}不是 PNG、JPEG、GIF、WebP 或 BMP 图片，没有插入。`,
    next: '请先用其他程序另存为 PNG 或 JPEG；其他文件可以作为附件添加。',
  },
  'picture-too-large': {
    what: (detail) => `${picture(detail)}超过 20 MB，没有插入。`,
    next: '请先缩小图片；需要保留原图时，把它作为附件添加（不超过 200 MB）。',
  },
  'picture-too-many-pixels': {
    what: (detail) => `${picture(detail)}的边长超过 20000 像素，或总像素过多，没有插入。`,
    next: '展开这样的图片会占用过多内存。请先核实来源并缩小图片。',
  },
  'attachment-in-history': {
    what: '保留的历史版本里还有这个附件，不能彻底删除它。',
    next: '彻底删除材料时，它会一并删除。',
  },
  'attachment-not-found': {
    what: '这个附件不在工作库中，可能已被彻底删除。',
    next: '请重新打开这份材料，查看现有的附件。',
  },
  'attachment-damaged': {
    what: '附件的内容与存入时的校验值不一致，没有输出。',
    next: '其他内容不受影响。请从备份中取回这个附件，或重新添加原文件。',
  },
  'attachment-name-invalid': {
    what: '附件名称不能为空，也不能含有“/”或“\\”。',
    next: '请换一个名称。',
  },
  'attachment-name-taken': {
    what: (detail) =>
      withFact(
        detail,
        'name',
        (name) => `这份材料已有名为“${name}”的附件。`,
        '这份材料已有同名的附件。',
      ),
    next: '请换一个名称。',
  },
  'scan-file-not-text': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) => `“${name}”不是文本文件，没有扫描。`,
        '这不是文本文件，没有扫描。',
      ),
    next: '请先把文字另存为 UTF-8 或 GB 18030 编码的文本文件，再扫描那个文件。',
  },
  'scan-file-too-large': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) => `“${name}”超过 50 MB，没有扫描。`,
        '文件超过 50 MB，没有扫描。',
      ),
    next: '请把文件分成较小的几份，逐份扫描。',
  },
  'comment-not-found': {
    what: '这份材料中没有这条批注。',
    next: '请重新打开材料，查看现有的批注。',
  },
  'comments-full': {
    what: '批注已满：一份材料最多 1,000 条，一条批注最多 500 次回复和处理。',
    next: '请在已有的批注中继续，或另建一份材料。',
  },
  'party-not-found': {
    what: '当事人表中没有这个人，可能已被移除。',
    next: '请重新打开材料，查看现有的当事人。',
  },
  'party-name-taken': {
    what: '这份材料的当事人表中已有同名的人。',
    next: '如果确是两个人，请在姓名后加注以示区别，例如“（大）”“（小）”。',
  },
  'party-pseudonym-taken': {
    what: '同一案件中另一个人已经使用这个化名。',
    next: '请换一个化名，或留空由程序另拟。',
  },
  'party-minor-recognisable': {
    what: '未成年人的化名不能含有真实名字中的字。',
    next: '请只保留姓氏，例如“林某”，或留空由程序另拟。',
  },
  'parties-too-many': {
    what: '一份材料的当事人表最多 500 人。',
    next: '请先移除不再需要的人。',
  },
  'source-not-found': {
    what: '这条文献不在工作库中，可能已被彻底删除。',
    next: '请刷新文献列表，或重新建立这条文献。',
  },
  'source-invalid': {
    what: (detail) =>
      withFact(
        detail,
        'member',
        (member) => `文献的“${member}”不符合 CSL-JSON 的规定，没有保存。`,
        '文献的内容不符合 CSL-JSON 的规定，没有保存。',
      ),
    next: '请检查题名是否填写，各项是否过长。',
  },
  'source-in-trash': {
    what: '这条文献在回收站中，不能修改。',
    next: '请先恢复它。',
  },
  'source-not-in-trash': {
    what: '彻底删除只用于回收站中的文献，其中有一条已不在回收站，因此一条也没有删除。',
    next: '请刷新回收站，重新选择。',
  },
  'source-changed-elsewhere': {
    what: '这条文献在别处已有更新的版本，为避免覆盖，这次修改没有保存。',
    next: '请重新打开这条文献后再修改。',
  },
  'source-file-unknown': {
    what: (detail) => `${file(detail)}不是程序能读取的文献文件，没有导入。`,
    next: '请在原来的文献软件中另存为 CSL-JSON（.json）后再导入。',
  },
  'source-file-too-large': {
    what: (detail) => `${file(detail)}超过 20 MB 或 20,000 条，没有导入。`,
    next: '请在原来的文献软件中分成几个文件导出，再逐个导入。',
  },
  'card-invalid': {
    what: '这不是一张完好的名片文件：内容不全，或自签名对不上。',
    next: '请对方重新导出名片（.jzcard）并再次发送。',
  },
  'card-suite-unknown': {
    what: '这张名片使用了本版本不认识的密码算法。',
    next: '请升级程序，或请对方用相同版本导出名片。',
  },
  'card-is-own': {
    what: '这是本单位自己的名片，不需要登记。',
    next: '请选择对方单位发来的名片文件。',
  },
  'card-older': {
    what: '这张名片比已经登记的那一张旧，没有采用。',
    next: '请向对方索取最新的名片。',
  },
  'fingerprint-differs': {
    what: '输入的指纹与名片不一致。可能是听写有误，也可能名片在途中被换过。',
    next: '请再打一次电话逐组核对；仍不一致时不要登记，请对方通过可靠渠道重新发送名片。',
  },
  'recipient-not-enrolled': {
    what: (detail) =>
      withFact(
        detail,
        'to',
        (office) => `“${office}”还没有登记，不能向它报送。`,
        '接收单位还没有登记，不能向它报送。',
      ),
    next: '请先在“联系对象”中登记对方的名片。',
  },
  'preflight-open': {
    what: (detail) =>
      withFact(
        detail,
        'open',
        (open) => `还有 ${open} 处没有决定如何处理，不能外传。没有写出任何内容。`,
        '还有内容没有决定如何处理，不能外传。没有写出任何内容。',
      ),
    next: '请在外传检查中逐处或成批决定：替换为化名、遮去，或写明理由后保留。',
  },
  'preflight-finding-unknown': {
    what: '文字已有改动，这处发现已不在原处，没有作出任何决定。',
    next: '请重新检查后再决定。',
  },
  'preflight-decision-invalid': {
    what: '这处内容不能这样处理：未成年人的姓名不得保留，附件里的文字不能在这里改写。',
    next: '请改用其他处理方式，或不随附该文件。',
  },
  'preflight-reason-missing': {
    what: '原样保留须写明理由。',
    next: '请写一句为什么可以外传，理由会记入审计记录。',
  },
  'preflight-reason-reveals': {
    what: '理由里出现了真实姓名、号码或住址。',
    next: '请换一种说法：理由会留在审计记录里，不应写出案件内容。',
  },
  'state-secret-marked': {
    what: '内容带有国家秘密标志，已锁定：不能批准、复制、打印、另存或外传。没有写出任何内容。',
    next: '本软件不得存储国家秘密。请立即按保密规定处理；如属误写，删去标志后再试。',
  },
  'printer-unavailable': {
    what: '没有打印：系统没有可用的打印机，或打印机没有响应。',
    next: '请检查打印机，或先存为 PDF 再打印。',
  },
  'document-too-large': {
    what: '公文连同图片超过 200 MB，没有写出任何内容。',
    next: '请少选几份材料或几张图片，分几次生成。',
  },
  ...packErrors,
};
