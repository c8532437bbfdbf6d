import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from '../styles/theme.ts';
import { NoticesProvider } from './notices.tsx';
import { PreferencesProvider, usePreferences, type Start } from './preferences.tsx';
import { WordsProvider } from './words.tsx';

/** The nonce of this load, by which the content security policy lets the style library add its sheet. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
const getStyleNonce = () => nonce;

export function Providers({ start, children }: { start: Start; children: ReactNode }) {
  return (
    <PreferencesProvider start={start}>
      <Appearance>{children}</Appearance>
    </PreferencesProvider>
  );
}

function Appearance({ children }: { children: ReactNode }) {
  const { preferences } = usePreferences();
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)', false, {
    getInitialValueInEffect: false,
  });
  const scheme =
    preferences.theme === 'system' ? (isSystemDark ? 'dark' : 'light') : preferences.theme;
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={getStyleNonce}
      deduplicateInlineStyles
    >
      <WordsProvider language={preferences.language}>
        <NoticesProvider>{children}</NoticesProvider>
      </WordsProvider>
    </MantineProvider>
  );
}
