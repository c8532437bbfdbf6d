import { Anchor, Button, Radio, Stack, TextInput } from '@mantine/core';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { FolderChoice, FolderFine, FolderProblem, FolderRisk } from './folder-choice.tsx';
import { WizardStep } from './wizard.tsx';

export type PlaceDraft = {
  name: string;
  kind: WorkspaceKind;
  folder: string;
  acceptsFolderRisk: boolean;
};
type Props = {
  draft: PlaceDraft;
  onChange: (draft: PlaceDraft) => void;
  onBack: () => void;
  onNext: () => void;
  onOpenExisting: () => void;
};

/** Name, purpose and folder. */
export function PlaceStep({ draft, onChange, onBack, onNext, onOpenExisting }: Props) {
  const { app, workspace } = useWords();
  const examined = useQuery('workspace.examineFolder', { folder: draft.folder });
  const found = examined.isLoading ? undefined : examined.data;
  const isFolderFine = found !== undefined && found.isEmpty && found.isWritable;
  const isReady =
    draft.name.trim() !== '' && isFolderFine && (found.risk === 'none' || draft.acceptsFolderRisk);
  return (
    <WizardStep
      title={workspace.stepPlace}
      onSubmit={() => isReady && onNext()}
      actions={
        <>
          <Button variant="default" onClick={onBack}>
            {app.back}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {app.next}
          </Button>
        </>
      }
    >
      <TextInput
        label={workspace.name}
        description={workspace.nameHint}
        placeholder={workspace.namePlaceholder}
        value={draft.name}
        maxLength={200}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <Radio.Group
        label={workspace.kind}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind: kind as WorkspaceKind })}
      >
        <Stack gap={8} mt={8}>
          <Radio value="contact-point" label={workspace.kindContactPoint} />
          <Radio value="province" label={workspace.kindProvince} />
          <Radio value="desk" label={workspace.kindDesk} />
        </Stack>
      </Radio.Group>
      <FolderChoice
        label={workspace.folder}
        hint={workspace.folderHint}
        dialogTitle={workspace.chooseFolderTitle}
        folder={draft.folder}
        onChoose={(folder) => onChange({ ...draft, folder, acceptsFolderRisk: false })}
      />
      <div aria-live="polite">
        {examined.failure !== undefined && <FailureNotice failure={examined.failure} />}
        {found?.hasWorkspace === true && (
          <>
            <FolderProblem text={workspace.folderHasWorkspace} />
            <Anchor component="button" type="button" size="sm" onClick={onOpenExisting}>
              {workspace.openIt}
            </Anchor>
          </>
        )}
        {found?.hasWorkspace === false && !found.isEmpty && (
          <FolderProblem text={workspace.folderNotEmpty} />
        )}
        {found?.isEmpty === true && !found.isWritable && (
          <FolderProblem text={workspace.folderNotWritable} />
        )}
        {isFolderFine && found.risk === 'none' && <FolderFine text={workspace.folderFine} />}
        {isFolderFine && (
          <FolderRisk
            risk={found.risk}
            isAccepted={draft.acceptsFolderRisk}
            onAccept={(acceptsFolderRisk) => onChange({ ...draft, acceptsFolderRisk })}
          />
        )}
      </div>
    </WizardStep>
  );
}
