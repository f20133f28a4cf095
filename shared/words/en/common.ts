/** Words of the frame around every page. */
export const common = {
  product: 'Remit Desk',
  sandbox: 'Sandbox: no real money moves',
} as const;
