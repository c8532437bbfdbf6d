import { withFact, type AllFailureWords } from '../failure-words.ts';

type Codes =
  | 'workspace-not-desk'
  | 'registry-office-not-found'
  | 'registry-changed-elsewhere'
  | 'registry-full'
  | 'table-file-old'
  | 'table-file-damaged'
  | 'table-file-too-large'
  | 'table-file-changed'
  | 'designation-none-chosen'
  | 'designation-reasons-missing'
  | 'designation-not-found'
  | 'registry-name-taken'
  | 'table-columns-missing'
  | 'table-rows-wrong'
  | 'caseload-invalid';

/** What may go wrong with the desk's registry, figures and designation. */
export const deskErrors: Pick<AllFailureWords, Codes> = {
  'workspace-not-desk': {
    what: '这项功能只在接收端和省级院的工作库中使用。',
    next: '请打开接收端或省级院的工作库。',
  },
  'registry-office-not-found': {
    what: '登记册中已经没有这个单位。',
    next: '请刷新列表后再试。',
  },
  'registry-changed-elsewhere': {
    what: '这个单位在别处改动过，您的改动没有保存。',
    next: '请重新打开它，再改一次。',
  },
  'registry-full': {
    what: '登记册最多 10,000 个单位，没有添加。',
    next: '请先删除不再需要的单位。',
  },
  'table-file-old': {
    what: '这是旧格式（.xls）或有密码的工作簿，读不了。',
    next: '请在表格软件中打开，另存为没有密码的 .xlsx 或 .csv。',
  },
  'table-file-damaged': {
    what: '这个文件不是完好的 CSV 或 XLSX 表格，没有导入任何内容。',
    next: '请在表格软件中打开检查，另存后再试。',
  },
  'table-file-too-large': {
    what: '表格太大：最多 10 MB、5,000 行、200 列，每格 4,000 字。没有导入任何内容。',
    next: '请拆成几个文件，或去掉无关的行列。',
  },
  'table-file-changed': {
    what: '文件在预览之后改动过，没有导入任何内容。',
    next: '请重新选择文件，看过预览再导入。',
  },
  'designation-none-chosen': {
    what: '还没有选定任何单位，没有记录。',
    next: '请先在遴选表中选定单位。',
  },
  'designation-reasons-missing': {
    what: '没有写明理由，没有记录。',
    next: '请写明选定这些单位的理由。',
  },
  'designation-not-found': {
    what: '没有找到这项决定。',
    next: '请刷新列表后再试。',
  },
  'registry-name-taken': {
    what: (detail) =>
      withFact(detail, 'name', (x) => `登记册中已有“${x}”。`, '登记册中已有同名单位。'),
    next: '请打开原有的那一个修改。',
  },
  'table-columns-missing': {
    what: (detail) =>
      withFact(
        detail,
        'columns',
        (x) => `表中找不到“${x}”这一列，没有导入任何内容。`,
        '表中缺少必要的列，没有导入任何内容。',
      ),
    next: '请让表头占一行，写明“单位名称”“地区”等列名。',
  },
  'table-rows-wrong': {
    what: (detail) =>
      withFact(
        detail,
        'count',
        (x) => `表中有 ${x} 行有误，没有导入任何内容。`,
        '表中有些行有误，没有导入任何内容。',
      ),
    next: '请在预览中查看是哪几行，改正后再导入，或跳过有误的行。',
  },
  'caseload-invalid': {
    what: (detail) =>
      withFact(
        detail,
        'line',
        (x) => `办案数据第 ${x} 行不符合格式，没有收入。`,
        '办案数据不符合格式，没有收入。',
      ),
    next: '请对方核对后重新报送。',
  },
};
