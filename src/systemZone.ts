/**
 * Makes this process go by the time zone that the system has now. Node reads it once, at its start, and again when `TZ`
 * changes, even if there is none to remove. A zone that the user set by `TZ` stays.
 */
export function followSystemZone(): void {
  if (process.env.TZ === undefined) delete process.env.TZ;
}
