// Tests tell what counts today: no day may turn while they run.

/**
 * Late in the evening, moves this process and all that it starts to a time zone in which it is early afternoon.
 * @param {Date} [now]
 */
export function keepFromMidnight(now = new Date()) {
  if (now.getHours() < 22) return;
  const west = now.getUTCHours() - 14;
  // In these names, which git and browsers know as well, plus is west.
  process.env.TZ = `Etc/GMT${west < 0 ? west : `+${west}`}`;
  console.log(`Midnight is near: the suites run in ${process.env.TZ}.`);
}
