import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';
import { useKeys } from './keys.ts';
import { useOverlay } from './overlays.ts';

/** Something over the page with its title; Escape closes it, and the keys beneath it rest meanwhile. */
export function Dialog({
  title,
  size,
  closes,
  onClose,
  children,
}: {
  title: string;
  /** How wide it may get. */
  size: string;
  /** What closing it is called. */
  closes: string;
  onClose: () => void;
  children: ReactNode;
}) {
  useOverlay(true);
  useKeys({ Escape: { does: closes, run: onClose } }, { alone: true });
  // Put together from its parts: the ready-made one has a header, which is a second banner on the page.
  return (
    <Modal.Root size={size} opened onClose={onClose} closeOnEscape={false}>
      <Modal.Overlay />
      <Modal.Content className={classes.dialog}>
        <Modal.Body pt="md">
          <div className={classes.head}>
            <Modal.Title className={classes.title}>{title}</Modal.Title>
            <Modal.CloseButton aria-label={closes} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
