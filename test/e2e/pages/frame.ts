import type { Driven } from './index.ts';

/** The frame around every screen: navigation, lock, status. */
export function createFrame({ window, words }: Driven) {
  const { app } = words;
  const navigation = window.getByRole('navigation', { name: app.navigation });
  return {
    navigation,
    inspector: window.getByRole('complementary', { name: app.inspector }),
    status: window.getByRole('contentinfo', { name: app.statusBar }),
    /** By the name in the navigation: 典型案例, 报送, 设置 … */
    async go(name: string): Promise<void> {
      await navigation.getByRole('button', { name, exact: true }).click();
    },
    async lock(): Promise<void> {
      await window.getByRole('button', { name: app.lock, exact: true }).click();
      await window.getByRole('heading', { name: words.workspace.unlockTitle }).waitFor();
    },
  };
}
