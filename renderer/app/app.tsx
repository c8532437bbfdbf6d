import { Entry } from '../workspace/entry.tsx';
import { StoppedOverlay } from '../workspace/stopped-overlay.tsx';
import { Frame } from './frame.tsx';
import { usePasteAsText } from './paste-as-text.ts';
import { useSession } from './session.tsx';
import { ViewProvider } from './view.tsx';

/** Either the way in, or the workspace. */
export function App() {
  const { session, enter, reopened } = useSession();
  usePasteAsText();
  if (session.state === 'starting') return null;
  if (session.state === 'closed') return <Entry folder={session.folder} onEntered={enter} />;
  return (
    <>
      <ViewProvider key={session.workspace.id}>
        <Frame isCovered={session.isStopped} />
      </ViewProvider>
      {session.isStopped && <StoppedOverlay workspace={session.workspace} onReopened={reopened} />}
    </>
  );
}
