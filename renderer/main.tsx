import '@mantine/core/styles.layer.css';
import './styles/tokens.css';
import './styles/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from './api/client.ts';
import { App } from './app/app.tsx';
import { Providers } from './app/providers.tsx';
import { SessionProvider } from './app/session.tsx';

const element = document.querySelector('#root');
if (element === null) throw new Error('index.html has no #root');
const root = createRoot(element);

void call('window.start', {}).then((start) =>
  root.render(
    <StrictMode>
      <Providers start={start}>
        <SessionProvider>
          <App />
        </SessionProvider>
      </Providers>
    </StrictMode>,
  ),
);
