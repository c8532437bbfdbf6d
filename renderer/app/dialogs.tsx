import { DocumentDialog } from '../documents/document-dialog.tsx';
import { GuideDialog } from '../guidance/guide-dialog.tsx';
import { ExportDialog } from '../packs/export-dialog.tsx';
import { VerifyDialog } from '../packs/verify-dialog.tsx';
import { CopyDialog } from '../preflight/copy-dialog.tsx';
import { EnrolDialog } from '../points/enrol-dialog.tsx';
import { ImportDialog } from '../records/import-dialog.tsx';
import { NewRecordDialog } from '../records/new-record-dialog.tsx';
import { PassageDialog } from '../similar/passage-dialog.tsx';
import { useView } from './view.tsx';

/** The one dialog that is open, if any, and the question before something is taken out. */
export function Dialogs() {
  return (
    <>
      <Chosen />
      <CopyDialog />
    </>
  );
}

function Chosen() {
  const { dialog, dropped, show } = useView();
  const close = () => show(null);
  if (dialog === 'new-record') return <NewRecordDialog onClose={close} />;
  if (dialog === 'import') return <ImportDialog dropped={dropped} onClose={close} />;
  if (dialog === 'export') return <ExportDialog onClose={close} />;
  if (dialog === 'guide') return <GuideDialog onClose={close} />;
  if (dialog === 'document') return <DocumentDialog onClose={close} />;
  if (dialog === 'verify') return <VerifyDialog onClose={close} />;
  if (dialog === 'enrol') return <EnrolDialog onClose={close} />;
  if (dialog === 'similar-passage') return <PassageDialog onClose={close} />;
  return null;
}
