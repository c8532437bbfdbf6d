import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { forgetTargets } from '../links/known-targets.ts';
import { forgetTrail } from '../links/trail.ts';
import { forgetPictures } from '../editor/nodes/picture.ts';
import { forgetArrivals } from '../inbox/arrivals.ts';
import { showBeside } from '../beside/beside.ts';
import { forgetAgreed } from '../preflight/copying.ts';
import { announceChange } from '../api/changes.ts';
import { call, onEvent } from '../api/client.ts';
import { dropAllJobs } from '../api/jobs.ts';
import { storePlace } from './kept-place.ts';
import { flushAll } from './flush.ts';
import { useNotices } from './notices.tsx';
import { usePreferences } from './preferences.tsx';

export type Session =
  | { state: 'starting' }
  | { state: 'closed'; folder: string | null }
  /** `isStopped`: the store crashed; what is on the screen stays, but nothing can be read or saved until it is open again. */
  | { state: 'open'; workspace: WorkspaceInfo; isStopped: boolean };

type Held = {
  session: Session;
  enter: (workspace: WorkspaceInfo) => void;
  reopened: () => void;
  /** Saves, then locks. Answers false when something could not be saved; nothing was locked then. */
  lock: () => Promise<boolean>;
  lockWithoutSaving: () => Promise<void>;
};

const SessionContext = createContext<Held | null>(null);

/** Whether a workspace is open, and how it is entered and left. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { start } = usePreferences();
  const notices = useNotices();
  const [session, setSession] = useState<Session>({ state: 'starting' });
  const folder = session.state === 'open' ? session.workspace.folder : null;

  useEffect(() => {
    const closed = () => setSession({ state: 'closed', folder: start.preferences.lastFolder });
    call('workspace.status', {}).then(
      (status) =>
        status.state === 'open'
          ? setSession({ state: 'open', workspace: status.workspace, isStopped: false })
          : closed(),
      closed,
    );
  }, [start]);

  useEffect(
    () =>
      onEvent('store-stopped', () =>
        setSession((before) => (before.state === 'open' ? { ...before, isStopped: true } : before)),
      ),
    [],
  );
  useEffect(
    () =>
      onEvent('flush-before-close', () => {
        void Promise.all([flushAll(), storePlace()]).then(([saved]) =>
          call('window.close', { saved }).catch(() => undefined),
        );
      }),
    [],
  );

  const lockWithoutSaving = useCallback(async () => {
    await dropAllJobs();
    await storePlace();
    // Content leaves the screen first; should the store not answer, the screen is clean all the same.
    notices.clear();
    setSession({ state: 'closed', folder });
    forgetPictures();
    forgetTargets();
    forgetTrail();
    showBeside(null);
    forgetAgreed();
    forgetArrivals();
    await call('workspace.lock', {}).catch(() => undefined);
  }, [folder, notices]);

  const held = useMemo<Held>(
    () => ({
      session,
      enter: (workspace) => setSession({ state: 'open', workspace, isStopped: false }),
      reopened: () => {
        setSession((before) =>
          before.state === 'open' ? { ...before, isStopped: false } : before,
        );
        void flushAll().then(() => announceChange());
      },
      lock: async () => {
        if (!(await flushAll())) return false;
        await lockWithoutSaving();
        return true;
      },
      lockWithoutSaving,
    }),
    [session, lockWithoutSaving],
  );
  return <SessionContext value={held}>{children}</SessionContext>;
}

export function useSession(): Held {
  const held = use(SessionContext);
  if (held === null) throw new Error('useSession needs a SessionProvider');
  return held;
}

/** The open workspace; only for what is shown while one is open. */
export function useWorkspace(): WorkspaceInfo {
  const { session } = useSession();
  if (session.state !== 'open') throw new Error('no workspace is open');
  return session.workspace;
}
