import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Office } from '../../shared/contract/points.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

/** Says of an enrolled office that it is 同院同事, which is asked in words, or takes that back, which is not. */
export function ColleagueSwitch({ office }: { office: Office }) {
  const words = useWords();
  const [isAsked, setAsked] = useState(false);
  const mark = useCommand('office.setColleague');
  const set = async (isColleague: boolean) => {
    const done = await mark.run({ officeId: office.id, isColleague });
    if (done !== undefined) setAsked(false);
  };
  return (
    <>
      <Button
        mt={6}
        size="compact-xs"
        variant="subtle"
        ml={-8}
        onClick={() => (office.isColleague ? void set(false) : setAsked(true))}
      >
        {office.isColleague ? words.office.unmarkColleague : words.office.markColleague}
      </Button>
      {mark.failure !== undefined && <FailureNotice failure={mark.failure} />}
      {isAsked && (
        <Dialog
          title={words.office.markTitle(office.name)}
          onClose={() => setAsked(false)}
          onSubmit={() => void set(true)}
          actions={
            <>
              <Button variant="default" data-autofocus onClick={() => setAsked(false)}>
                {words.app.cancel}
              </Button>
              <Button type="submit" loading={mark.isRunning}>
                {words.office.markColleague}
              </Button>
            </>
          }
        >
          <p>{words.office.askColleagueText}</p>
        </Dialog>
      )}
    </>
  );
}
