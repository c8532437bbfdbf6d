import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RecordKind } from '../../shared/contract/records.ts';
import type { Call } from '../../shared/contract/guidance.ts';
import { wantableKinds } from '../../shared/templates/record-fields.ts';
import { templates } from '../../shared/templates/index.ts';
import { useCommand } from '../api/use-command.ts';
import { kindsWrittenAt } from '../app/navigation.tsx';
import { useWorkspace } from '../app/session.tsx';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { KindChoice } from '../ui/kind-choice.tsx';
import { markNewlyMade } from './newly-made.ts';

type Props = {
  /** The call that it is written for. */
  call?: Call;
  onClose: () => void;
};

/** Kind and title; everything else is written in the record itself. */
export function NewRecordDialog({ call, onClose }: Props) {
  const { app, guidance, records } = useWords();
  const view = useView();
  const { kind: workspaceKind } = useWorkspace();
  const here = view.place.at === 'records' ? view.place.kind : 'all';
  const kinds = call === undefined ? kindsWrittenAt(workspaceKind) : kindsFor(call);
  const [kind, setKind] = useState<RecordKind>(() => {
    if (call !== undefined) return kinds[0] ?? 'typical-case';
    return here === 'all' || templates[here].isReadOnly ? 'typical-case' : here;
  });
  const [title, setTitle] = useState('');
  const create = useCommand('records.create');
  const isReady = title.trim() !== '' && !create.isRunning;

  const createNow = async () => {
    if (!isReady) return;
    const answer = await create.run({
      kind,
      title,
      ...(call === undefined ? {} : { call: call.callId }),
    });
    if (answer === undefined) return;
    onClose();
    markNewlyMade(answer.id);
    view.go({ at: 'records', kind: here === 'all' ? 'all' : kind });
    view.open({ id: answer.id, terms: [], section: null });
  };
  return (
    <Dialog
      title={call === undefined ? records.newRecord : guidance.writeForCall(call.title)}
      width={620}
      onClose={onClose}
      onSubmit={() => void createNow()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={!isReady} loading={create.isRunning}>
            {records.createNow}
          </Button>
        </>
      }
    >
      <TextInput
        label={records.title}
        description={records.titleHint}
        value={title}
        maxLength={500}
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <KindChoice label={records.chooseKind} kinds={kinds} value={kind} onChange={setKind} />
      {create.failure !== undefined && <FailureNotice failure={create.failure} />}
    </Dialog>
  );
}

function kindsFor({ wanted }: Call): readonly RecordKind[] {
  return wanted.length === 0 ? wantableKinds : wanted;
}
