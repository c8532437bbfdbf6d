import type { RecordKind } from '../contract/records.ts';
import type { WorkspaceKind } from '../contract/workspace.ts';
import { emptyDocument, type DocumentTree } from '../document/tree.ts';
import { call } from './call.ts';
import { goodPractice } from './good-practice.ts';
import { guidingCaseNomination } from './guiding-case-nomination.ts';
import { informationBrief } from './information-brief.ts';
import { notice } from './notice.ts';
import { precedent } from './precedent.ts';
import { precedentSearchReport } from './precedent-search-report/index.ts';
import { researchNote } from './research-note.ts';
import { typicalCase } from './typical-case.ts';
import { workReport } from './work-report.ts';
import type { Template } from './template.ts';

/** Every kind of record, in the order of the navigation. To add a kind: one file here, one line, one name in the contract. */
export const templates: Record<RecordKind, Template> = {
  'typical-case': typicalCase,
  'guiding-case-nomination': guidingCaseNomination,
  'good-practice': goodPractice,
  'research-note': researchNote,
  'work-report': workReport,
  'information-brief': informationBrief,
  'precedent-search-report': precedentSearchReport,
  notice,
  call,
  precedent,
};

/** Whether records of a kind are written in such a workspace. Whatever another office sent is read everywhere. */
export function isWrittenAt(kind: RecordKind, workspace: WorkspaceKind): boolean {
  const { isReadOnly, isGuidance } = templates[kind];
  return !isReadOnly && (isGuidance !== true || workspace !== 'contact-point');
}

/** The empty document of a kind. */
export function newDocument(kind: RecordKind): DocumentTree {
  return emptyDocument(templates[kind].sections);
}
