import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Party } from '../../shared/contract/parties.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { partyRoles as roles, type PartyRole } from '../../shared/text/parties/party-roles.ts';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './parties.module.css';
import { useSaveParty } from './use-save-party.ts';

type Props = { recordId: RecordId; party: Party | null; onClose: () => void };

/** A new party, or one that is there: name, role, whether a minor, pseudonym. */
export function PartyDialog({ recordId, party, onClose }: Props) {
  const { app, parties, partyRoles } = useWords();
  const notices = useNotices();
  const saving = useSaveParty(recordId);
  const removing = useCommand('parties.remove');
  const [name, setName] = useState(party?.name ?? '');
  const [role, setRole] = useState<PartyRole>(party?.role ?? 'defendant');
  const [isMinor, setMinor] = useState(party?.isMinor ?? false);
  const [pseudonym, setPseudonym] = useState(party?.pseudonym ?? '');
  const isMinorRole = role === 'minor';

  const save = async () => {
    const chosen = pseudonym.trim() === '' ? null : pseudonym;
    // A suggestion for another name is none for this one.
    const isStale =
      party !== null && !party.isChosen && name !== party.name && chosen === party.pseudonym;
    const input = { id: party?.id ?? null, name, role, isMinor: isMinor || isMinorRole };
    if (await saving.save({ ...input, pseudonym: isStale ? null : chosen })) onClose();
  };
  const remove = async ({ id, ...fields }: Party) => {
    if ((await removing.run({ id })) === undefined) return;
    onClose();
    notices.say(parties.removed(fields.name), {
      label: parties.undo,
      run: () => void saving.save({ ...fields, id: null }),
    });
  };
  const failure = saving.failure ?? removing.failure;
  return (
    <Dialog
      title={party === null ? parties.addTitle : parties.editTitle}
      width={440}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          {party !== null && (
            <Button variant="subtle" color="red" mr="auto" onClick={() => void remove(party)}>
              {parties.remove}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={name.trim() === '' || saving.isRunning}>
            {parties.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextInput
          label={parties.name}
          value={name}
          maxLength={100}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={parties.role}
          value={role}
          allowDeselect={false}
          data={roles.map((value) => ({ value, label: partyRoles[value] }))}
          onChange={(value) => setRole(roles.find((one) => one === value) ?? role)}
        />
        <Checkbox
          label={parties.isMinor}
          description={parties.minorNote}
          checked={isMinor || isMinorRole}
          disabled={isMinorRole}
          onChange={(event) => setMinor(event.currentTarget.checked)}
        />
        <TextInput
          label={parties.pseudonym}
          description={parties.pseudonymNote}
          value={pseudonym}
          maxLength={50}
          onChange={(event) => setPseudonym(event.currentTarget.value)}
        />
        {failure !== undefined && <FailureNotice failure={failure} />}
      </div>
    </Dialog>
  );
}
