import { useState } from 'react';
import { useAskTo } from '../../desk/ask.ts';
import type { FindKind } from './find-kinds.ts';
import { type FindFault, readFind, type Typed } from './read-find.ts';

const nothing: Typed = { number: '', name: '', birthDate: '' };

/** Looking a patient up: what is typed, `wanted` at first; what is wrong with it, who was found. */
export function useFind(kind: FindKind, setKind: (kind: FindKind) => void, wanted = '') {
  const asked = useAskTo('patients.find');
  const [typed, setTyped] = useState({ ...nothing, number: wanted });
  const [fault, setFault] = useState<FindFault | null>(null);

  function find(as: FindKind) {
    const read = readFind(as, typed);
    setFault(read.ok ? null : read.fault);
    if (read.ok) asked.mutate(read.find);
  }

  function change(part: Partial<Typed>) {
    setTyped({ ...typed, ...part });
    setFault(null);
    asked.reset();
  }

  /** What was typed is another kind of number: look it up as that. */
  function switchKind(looksLike: FindKind) {
    setKind(looksLike);
    find(looksLike);
  }

  return {
    typed,
    fault,
    change,
    /** The second Enter on a recognised number of another kind switches to it. */
    submit: () => (fault && 'looksLike' in fault ? switchKind(fault.looksLike) : find(kind)),
    switchKind,
    chooseKind: (next: FindKind) => {
      setKind(next);
      change({});
    },
    refused: asked.error,
    busy: asked.isPending,
    patients: asked.data?.patients ?? null,
    /** When what was found was true; null when the backend said so just now. */
    copiedAt: asked.data?.source === 'copy' ? asked.data.asOf : null,
  };
}

export type Find = ReturnType<typeof useFind>;
