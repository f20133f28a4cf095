import { CallPage } from './call/call-page.tsx';
import { Announcements } from './parts/announce.tsx';

/** The page: which workspace is shown follows from who is signed in. */
export function App() {
  return (
    <>
      <CallPage />
      <Announcements />
    </>
  );
}
