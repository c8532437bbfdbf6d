import type { AllFailureWords } from '../failure-words.ts';

type Codes =
  | 'pack-mixes-corrections'
  | 'record-not-sent'
  | 'pack-key-revoked'
  | 'card-key-revoked'
  | 'card-not-pending'
  | 'caseload-with-correction'
  | 'pack-not-found'
  | 'pack-not-kept'
  | 'pack-of-former-key'
  | 'guidance-not-from-here'
  | 'guidance-empty'
  | 'guidance-no-recipients'
  | 'guidance-regards-others'
  | 'record-not-own'
  | 'kind-not-written-here'
  | 'received-state-told'
  | 'answer-reveals'
  | 'receipts-none-due'
  | 'receipt-not-found'
  | 'receipt-not-mine'
  | 'packs-forgotten'
  | 'message-not-found'
  | 'alarm-not-found';

/** What may go wrong with states, receipts and messages. */
export const answerErrors: Pick<AllFailureWords, Codes> = {
  'pack-mixes-corrections': {
    what: ({ count = '', others = '' }) =>
      `所选材料中有 ${count} 份已经报送过这个单位，另外 ${others} 份没有。修订件要单独成包，才能写明替换的是哪一版。没有生成任何文件。`,
    next: '请分两次生成：先选已报送过的，再选新的。',
  },
  'record-not-sent': {
    what: ({ office = '' }) =>
      `所选材料中有的没有报送过“${office}”，或者已经撤回，没有可以撤回的。没有生成任何文件。`,
    next: '请核对接收单位和所选材料。',
  },
  'caseload-with-correction': {
    what: '修订件不带办案数据，没有生成任何文件。',
    next: '请去掉办案数据，或随新报送的材料发出。',
  },
  'pack-key-revoked': {
    what: '经验包用已停用或已更换的密钥签名，此前也没有收到过，无论写的是什么日期，一律拒收。',
    next: '请用您自己查到的号码致电对方核实；对方更换了密钥的，登记新名片后请对方重新发来。',
  },
  'card-not-pending': {
    what: '这张名片已经不在待核对之列：可能已经登记，或者已经不采用。',
    next: '请在“联系对象”中查看。',
  },
  'card-key-revoked': {
    what: '这张名片用的是已停用或已更换的密钥，没有登记。',
    next: '请对方更换密钥，导出新的名片，再电话核对指纹。',
  },
  'pack-not-found': {
    what: '本工作库没有生成过这个经验包。',
    next: '请刷新后再看。',
  },
  'pack-not-kept': {
    what: '这个经验包的原文件已经不在本工作库，或者与生成时不符，不能原样再发。',
    next: '工作库只保留最近生成的经验包，备份中不含它们。请把材料作为新的经验包报送，并告知对方。',
  },
  'pack-of-former-key': {
    what: '生成这个经验包以后，本单位更换过密钥。它是用旧密钥签名的，没有收到过它的单位会拒收，所以没有再次给出。',
    next: '请用现在的密钥重新生成：报送和修订在“已生成的经验包”里点“重新生成”，撤回在材料的“报送情况”里再点“撤回”，其他的照原来的办法再发一次。',
  },
  'guidance-not-from-here': {
    what: '联系点不发指导材料，没有生成文件。',
    next: '要向上级报送材料，请用“报送”；要提问，请用“函询”。',
  },
  'guidance-empty': {
    what: '没有选择材料，也没有写附言或随附名片，没有生成文件。',
    next: '请选择要发的材料，或者写一段附言。',
  },
  'guidance-no-recipients': {
    what: '还没有登记可以接收指导材料的单位，没有生成文件。',
    next: '请先在“联系对象”中登记联系点或省级院的名片，并电话核对指纹。',
  },
  'guidance-regards-others': {
    what: ({ title }) =>
      title === undefined
        ? '注明了有关材料的指导只能发给报送这些材料的那一个单位，没有生成文件。'
        : `《${title}》不是其他单位报送来的材料，不能作为指导所涉及的材料，没有生成文件。`,
    next: '请只选一个单位报送的材料，接收单位只选该单位；涉及几个单位的，分别发出。',
  },
  'record-not-own': {
    what: ({ title }) => `《${title}》是其他单位报来的原件，不能原样转发，没有生成文件。`,
    next: '请先采用，再“复制一份”成为本单位的材料，审定后发出。',
  },
  'kind-not-written-here': {
    what: '通知和征集由接收端和省级院发出，联系点不编写，没有保存。',
    next: '请选择其他类别。',
  },
  'received-state-told': {
    what: '所选材料中有的已经在回执中答复为退回或采用，答复不能再改，一份也没有改动。',
    next: '已退回的，请等对方报来修订稿；需要另作说明时，请用函询。',
  },
  'answer-reveals': {
    what: '写给对方的文字里有不得发出的内容（真实姓名、号码或住址等），没有保存，也没有发出。',
    next: '请改用化名或删去有关内容；所选的原文含有这些内容时，请缩小选择范围。',
  },
  'receipts-none-due': {
    what: '没有需要答复的经验包，也没有新的处理结果，没有生成回执。',
    next: '收到新的经验包或改变了材料的处理状态之后再生成。',
  },
  'receipt-not-found': {
    what: '这个经验包还没有答复过，没有可以再次给出的回执。',
    next: '请先生成回执。',
  },
  'receipt-not-mine': {
    what: '这份回执答复的经验包不是本单位发给对方的，或者内容对不上，已整份拒收。',
    next: '请与对方电话核实回执的来历。本单位恢复过旧备份的，请先在“联系对象”中点“恢复备份后重新编号”，再收一次。',
  },
  'packs-forgotten': {
    what: ({ from = '', to = '' }) =>
      `对方收到过本单位第 ${from}${from === to ? '' : ` 至 ${to}`} 号经验包，本机没有：看来恢复过旧备份。这份回执没有收入，什么都没有改动。`,
    next: '请先在“联系对象”中点“恢复备份后重新编号”，再收一次这个文件。没有恢复过备份的，可能有人复制了工作库，请保留现状并报告上级。',
  },
  'message-not-found': {
    what: '这段函询不在工作库中。',
    next: '请刷新后再看。',
  },
  'alarm-not-found': {
    what: '这条提示已经处理过了。',
    next: '请刷新后再看。',
  },
};
