import { useState } from 'react';

/**
 * Whether what is known was found before something was wrong with the search. While the next answer is waited for the
 * rows stay, so that nothing flickers; but ones that a fault took away already do not come back for a moment.
 */
export function useOlderThanFault(isSearched: boolean, isAnswered: boolean): boolean {
  const [wasTaken, take] = useState(false);
  const isTaken = !isSearched || (wasTaken && !isAnswered);
  if (isTaken !== wasTaken) take(isTaken);
  return isTaken;
}
