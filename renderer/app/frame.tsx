import { useRef, useState } from 'react';
import { DesignationPage } from '../designation/designation-page.tsx';
import { GuidePage } from '../guidance/guide-page.tsx';
import { HomePage } from '../home/home-page.tsx';
import { InboxPage } from '../inbox/inbox-page.tsx';
import { AnswersPage } from '../answers/answers-page.tsx';
import { EndorsementsPage } from '../endorsements/endorsements-page.tsx';
import { MessagesPage } from '../messages/messages-page.tsx';
import { PacksPage } from '../packs/packs-page.tsx';
import { PointsPage } from '../points/points-page.tsx';
import { PrecedentOfferPage } from '../precedent-reports/precedent-offer-page.tsx';
import { PrecedentReportPage } from '../precedent-reports/precedent-report-page.tsx';
import { Palette } from '../palette/palette.tsx';
import { usePaletteShown } from '../palette/shown-palette.ts';
import { usePaletteEntries } from '../palette/use-palette-entries.ts';
import { ImportZone } from '../records/import-zone.tsx';
import { RegistryPage } from '../registry/registry-page.tsx';
import { useIndexOffer } from '../search/index-offer.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { SituationPage } from '../situation/situation-page.tsx';
import { SourcesPage } from '../sources/sources-page.tsx';
import { Dialogs } from './dialogs.tsx';
import styles from './frame.module.css';
import { UnsavedDialog } from './unsaved-dialog.tsx';
import { Navigation } from './navigation.tsx';
import { PaneDivider } from './pane-divider.tsx';
import { usePreferences } from './preferences.tsx';
import { RecordPanes } from './record-panes.tsx';
import { useSession } from './session.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { TrialBanner } from './trial-banner.tsx';
import { limits, useLayout, type Panes } from './use-layout.ts';
import { useFocusMode } from './focus-mode.ts';
import { hideShortcuts, useShortcutsShown } from './shortcuts/shown-shortcuts.ts';
import { ShortcutsDialog } from './shortcuts/shortcuts-dialog.tsx';
import { useWayBack } from './use-way-back.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { isListPlace, useView } from './view.tsx';
import { useWords } from './words.tsx';

/** The whole window while a workspace is open. `isCovered`: something lies over it and it takes no input. */
export function Frame({ isCovered }: { isCovered: boolean }) {
  const { app } = useWords();
  const panes = useLayout();
  useIndexOffer();
  useWayBack();
  const isFocusMode = useFocusMode();
  const areShortcutsShown = useShortcutsShown();
  const searchBox = useRef<HTMLInputElement>(null);
  const [isUnsaved, setUnsaved] = useState(false);
  const { lock } = useSession();
  const onLock = () => void lock().then((isLocked) => setUnsaved(!isLocked));
  const view = useView();
  const { setPreferences } = usePreferences();
  const focusSearch = () => {
    searchBox.current?.focus();
    searchBox.current?.select();
  };
  const wiring = { view, panes, setPreferences, focusSearch, lock: onLock };
  useShortcuts(wiring, !isCovered);
  const { place } = view;
  const isPaletteShown = usePaletteShown();
  const paletteEntries = usePaletteEntries();
  return (
    <div className={styles.frame} inert={isCovered}>
      <a className="skip-link" href="#document">
        {app.skipToContent}
      </a>
      <TrialBanner />
      <TitleBar panes={panes} searchBox={searchBox} onLock={onLock} />
      <ImportZone className={styles.panes}>
        {!isFocusMode && <NavigationPane panes={panes} />}
        {isListPlace(place) && <RecordPanes panes={panes} />}
        {place.at === 'sources' && <SourcesPage panes={panes} />}
        {place.at === 'precedent-offer' && <PrecedentOfferPage recordId={place.recordId} />}
        {place.at === 'precedent-report' && <PrecedentReportPage id={place.id} />}
        {place.at === 'situation' && (
          <SituationPage key={place.officeId ?? ''} officeId={place.officeId ?? null} />
        )}
        {place.at === 'registry' && (
          <RegistryPage key={place.id ?? ''} panes={panes} id={place.id ?? null} />
        )}
        {place.at === 'home' && <HomePage />}
        {place.at === 'guide' && <GuidePage />}
        {place.at === 'designation' && <DesignationPage />}
        {place.at === 'packs' && <PacksPage />}
        {place.at === 'inbox' && <InboxPage />}
        {place.at === 'answers' && <AnswersPage />}
        {place.at === 'messages' && <MessagesPage />}
        {place.at === 'endorsements' && <EndorsementsPage />}
        {place.at === 'points' && <PointsPage />}
        {place.at === 'settings' && <SettingsPage />}
      </ImportZone>
      <StatusBar />
      <Dialogs />
      {isPaletteShown && !isCovered && <Palette wiring={wiring} entries={paletteEntries} />}
      {areShortcutsShown && <ShortcutsDialog onClose={hideShortcuts} />}
      {isUnsaved && <UnsavedDialog onClose={() => setUnsaved(false)} />}
    </div>
  );
}

function NavigationPane({ panes }: { panes: Panes }) {
  const { app } = useWords();
  return (
    <>
      <div className={styles.pane} style={{ width: panes.navigationWidth }}>
        <Navigation isOpen={panes.isNavigationOpen} onToggle={panes.toggleNavigation} />
      </div>
      {panes.isNavigationOpen ? (
        <PaneDivider
          label={app.resizeNavigation}
          width={panes.navigationWidth}
          {...limits.navigation}
          side="before"
          onResize={(navigationWidth) => panes.change({ navigationWidth })}
        />
      ) : (
        <div className={styles.hairline} />
      )}
    </>
  );
}
