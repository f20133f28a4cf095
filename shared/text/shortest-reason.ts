/** A reason of fewer characters says nothing. The backend's contract asks for the same. */
export const SHORTEST_REASON = 3;
