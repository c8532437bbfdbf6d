import { Button, NumberInput, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import type { SituationSettings } from '../../shared/contract/situation.ts';
import { rhythms, type Rhythm } from '../../shared/caseload/period.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

/** When a point counts as silent, whether offices may be ranked, and the usual period of figures. */
export function SettingsDialog({
  settings,
  onClose,
}: {
  settings: SituationSettings;
  onClose: () => void;
}) {
  const { app, caseload, situation } = useWords();
  const [typed, setTyped] = useState(settings);
  const change = useCommand('situation.changeSettings');
  const submit = async () => {
    if ((await change.run(typed)) !== undefined) onClose();
  };
  return (
    <Dialog
      title={situation.settingsTitle}
      width={520}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" loading={change.isRunning}>
            {caseload.save}
          </Button>
        </>
      }
    >
      <NumberInput
        label={situation.silentAfter}
        min={1}
        max={3650}
        allowDecimal={false}
        clampBehavior="strict"
        hideControls
        data-autofocus
        value={typed.silentAfterDays}
        onChange={(value) => {
          const days = Number(value);
          if (Number.isInteger(days) && days >= 1) setTyped({ ...typed, silentAfterDays: days });
        }}
      />
      <Select
        mt={16}
        label={situation.rhythm}
        description={situation.rhythmText}
        allowDeselect={false}
        data={rhythms.map((value) => ({ value, label: caseload.rhythms[value] }))}
        value={typed.rhythm}
        onChange={(rhythm) => rhythm !== null && setTyped({ ...typed, rhythm: rhythm as Rhythm })}
      />
      <Switch
        mt={16}
        label={situation.ranking}
        description={situation.rankingText}
        checked={typed.showsRanking}
        onChange={(event) => setTyped({ ...typed, showsRanking: event.currentTarget.checked })}
      />
      {change.failure !== undefined && <FailureNotice failure={change.failure} />}
    </Dialog>
  );
}
