/** When the pictures were taken, whatever the clock says. */
export const lookTime = Date.UTC(2026, 10, 20, 2, 0, 0);
