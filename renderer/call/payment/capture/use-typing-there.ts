import { useEffect, useState } from 'react';

/**
 * Whether the keyboard is in the capture view: from the moment it opens until this page gets the focus
 * back, a key or a click. A view above the page takes the focus without this page losing its own element.
 * Also gives how to say that the keyboard was sent back there.
 */
export function useTypingThere(open: boolean): [boolean, () => void] {
  const [there, setThere] = useState(true);
  useEffect(() => {
    if (!open) return;
    setThere(true);
    const here = () => setThere(false);
    const gone = () => setThere(true);
    const ownInput = ['focus', 'keydown', 'pointerdown'] as const;
    for (const event of ownInput) window.addEventListener(event, here);
    window.addEventListener('blur', gone);
    return () => {
      for (const event of ownInput) window.removeEventListener(event, here);
      window.removeEventListener('blur', gone);
    };
  }, [open]);
  return [open && there, () => setThere(true)];
}
