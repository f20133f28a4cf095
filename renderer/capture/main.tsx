import '@fontsource-variable/inter/index.css';
import '../parts/look.css';
import './capture.css';
import '#shared/words/typed.ts';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createWords } from '#shared/words/words.ts';
import { methodOf, schemeOf, todayOf } from './asked-for.ts';
import { BankForm } from './bank-form.tsx';
import { CaptureForm } from './capture-form.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset.mantineColorScheme = schemeOf(
  window.location.search,
  systemIsDark,
);

const words = createWords('en');
const isBank = methodOf(window.location.search) === 'ach';
document.title = words.t(isBank ? 'capture:bankTitle' : 'capture:title');
createRoot(root).render(
  <I18nextProvider i18n={words}>
    <main>{isBank ? <BankForm /> : <CaptureForm today={todayOf(window.location.search)} />}</main>
  </I18nextProvider>,
);
