import type { WorkspaceKind } from '../contract/workspace.ts';

/**
 * What packs are for: submission 报送 · correction 修订 (a returned record, revised) · withdrawal 撤回 · receipt 回执 · endorsement
 * 复核推荐 (a provincial office forwards a submission, the original bag inside) · guidance 指导材料 · message 函询 (a question or answer
 * about a record) · office 本院流转 (a record goes to a colleague's workspace and comes back).
 */
export const packKinds = [
  'submission',
  'correction',
  'withdrawal',
  'receipt',
  'endorsement',
  'guidance',
  'message',
  'office',
] as const;
export type PackKind = (typeof packKinds)[number];

/**
 * Which office may send what to which: contact points and provincial offices submit upward; a provincial office forwards what its
 * points sent; guidance goes down. A desk neither submits nor withdraws.
 */
const mayBeSent: Readonly<
  Record<PackKind, { by: readonly WorkspaceKind[]; to: readonly WorkspaceKind[] }>
> = {
  submission: { by: ['contact-point', 'province'], to: ['province', 'desk'] },
  correction: { by: ['contact-point', 'province'], to: ['province', 'desk'] },
  withdrawal: { by: ['contact-point', 'province'], to: ['province', 'desk'] },
  receipt: {
    by: ['contact-point', 'province', 'desk'],
    to: ['contact-point', 'province', 'desk'],
  },
  endorsement: { by: ['province'], to: ['desk'] },
  guidance: { by: ['province', 'desk'], to: ['contact-point', 'province'] },
  message: {
    by: ['contact-point', 'province', 'desk'],
    to: ['contact-point', 'province', 'desk'],
  },
  office: { by: ['contact-point', 'province', 'desk'], to: ['contact-point', 'province', 'desk'] },
};

/** Whether an office of one kind may send such a pack to an office of another kind. */
export function maySend(kind: PackKind, by: WorkspaceKind, to: WorkspaceKind): boolean {
  return mayBeSent[kind].by.includes(by) && mayBeSent[kind].to.includes(to);
}

/** What a provincial office forwards of what its points sent to it. */
export function isForwardable(kind: PackKind): boolean {
  return kind === 'submission' || kind === 'correction' || kind === 'withdrawal';
}
