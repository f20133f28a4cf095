/** The two channels between pages and the main process: pages ask on one and are told on the other. */
export const CALL_CHANNEL = 'remit:call';
export const NEWS_CHANNEL = 'remit:news';
