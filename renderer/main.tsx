import './parts/before-all.ts';

import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/charts/styles.css';
import '@mantine/spotlight/styles.css';
import './parts/look.css';
import '#shared/words/typed.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createWords } from '#shared/words/words.ts';
import { App } from './app.tsx';
import { createQueries, followNews } from './desk/queries.ts';
import { listenForKeys } from './parts/keys.ts';
import { styleNonce } from './parts/style-nonce.ts';
import { theme } from './parts/theme.ts';

const queries = createQueries();
followNews(queries);
listenForKeys();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <I18nextProvider i18n={createWords('en')}>
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
      </I18nextProvider>
    </MantineProvider>
  </StrictMode>,
);
