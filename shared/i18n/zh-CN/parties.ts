import type { PseudonymClash } from '../../contract/parties.ts';
import type { PartyRole } from '../../text/parties/party-roles.ts';
import type { PseudonymStyle } from '../../text/parties/pseudonym.ts';

/** The table of who a record is about. */
export const parties = {
  title: '当事人',
  none: '还没有当事人。真实姓名与化名的对照只留在本机，不随任何材料导出，也不能被检索。',
  noneFixed: '没有当事人。',
  add: '添加当事人',
  edit: (name: string) => `修改“${name}”`,
  addTitle: '添加当事人',
  editTitle: '修改当事人',
  name: '真实姓名或名称',
  role: '身份',
  isMinor: '未成年人',
  minorNote: '未成年人一律使用化名，化名中不得有真实名字中的字。',
  pseudonym: '化名',
  pseudonymNote: '留空则按公开裁判文书的规则拟定；同一案件的各份材料使用同一化名。',
  save: '保存',
  remove: '移除',
  removed: (name: string) => `已从当事人表中移除“${name}”`,
  undo: '撤销',
  renamed: (name: string, pseudonym: string) => `为避免重复，“${name}”的化名改为“${pseudonym}”`,
  suggested: '文中提到或同案已有',
  addNamed: (name: string, role: string) => `将${role}“${name}”加入当事人表`,
  matter: '同一案件的材料',
  matterNone: '案号相同的材料会自动视为同一案件；没有相同案号的可以手动关联。',
  link: '关联材料',
  linkTitle: '关联为同一案件',
  linkSearch: '按标题或内容查找',
  linkNone: '没有找到其他材料。',
  unlink: (title: string) => `取消与“${title}”的关联`,
  settle: '统一化名',
  settled: (count: string) => `已统一 ${count} 处化名`,
  style: '同名化名的区分方式',
};

export const partyRoles: Record<PartyRole, string> = {
  defendant: '被告人',
  suspect: '犯罪嫌疑人',
  victim: '被害人',
  witness: '证人',
  expert: '鉴定人',
  minor: '未成年人',
  'defendant-unit': '被告单位',
  'victim-unit': '被害单位',
  'right-holder': '权利人',
  representative: '法定代表人',
  plaintiff: '原告',
  accused: '被告',
  'third-party': '第三人',
  appellant: '上诉人',
  appellee: '被上诉人',
  applicant: '申请人',
  respondent: '被申请人',
  other: '其他',
};

export const pseudonymClashes: Record<PseudonymClash, string> = {
  differs: '同一案件的另一份材料为此人用了别的化名',
  shared: '同一案件中另一个人用了相同的化名',
};

export const pseudonymStyles: Record<PseudonymStyle, string> = {
  stems: '何某甲、何某乙',
  numerals: '何某1、何某2',
};
