import { useAsk } from '../desk/ask.ts';
import { Busy } from '../parts/busy.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import { CallPage } from './call-page.tsx';
import { StartPage } from './start/start-page.tsx';

/** The page follows the call: none open, start one; else the call. */
export function CallWorkspace() {
  const current = useAsk('call.current', null);
  if (current.data) return <CallPage key={current.data.callId} call={current.data} />;
  if (current.error) return <RefusedNote refused={current.error} />;
  if (current.isPending) return <Busy busy />;
  return <StartPage />;
}
