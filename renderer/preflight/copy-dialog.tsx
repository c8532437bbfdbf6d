import { Button } from '@mantine/core';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { agree, dropQuestion, useAsked } from './copying.ts';

/** The question before something is copied or saved out unchecked; of what is locked, why it cannot be. */
export function CopyDialog() {
  const { app, fields, preflight } = useWords();
  const asked = useAsked();
  if (asked === null) return null;
  const { isLocked, file } = asked;
  if (isLocked) {
    return (
      <Dialog
        title={preflight.lockTitle}
        onClose={dropQuestion}
        onSubmit={dropQuestion}
        actions={
          <Button type="submit" data-autofocus>
            {app.close}
          </Button>
        }
      >
        <p>{preflight.lockCopy}</p>
      </Dialog>
    );
  }
  const marking = asked.marking === null ? '' : fields.markings[asked.marking];
  return (
    <Dialog
      title={file === null ? preflight.copyTitle : preflight.fileTitle}
      onClose={dropQuestion}
      onSubmit={agree}
      actions={
        <>
          <Button variant="default" data-autofocus onClick={dropQuestion}>
            {app.cancel}
          </Button>
          <Button type="submit">
            {file === null ? preflight.copyAnyway : preflight.fileAnyway}
          </Button>
        </>
      }
    >
      <p>{file === null ? preflight.copyText(marking) : preflight.fileText(file.name, marking)}</p>
    </Dialog>
  );
}
