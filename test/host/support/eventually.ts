/**
 * Waits until a probe gives something other than `undefined` or `false`, and gives that back.
 * A probe that throws (an assertion, say) is asked again; its last error is the reason when time is up.
 * @param what ends the sentence "it did not happen that …"
 * @param within ms
 */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  within = 30_000,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    let reason = '';
    try {
      const found = await probe();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      reason = error instanceof Error ? `: ${error.message}` : `: ${error}`;
    }
    if (Date.now() > end)
      throw new Error(`Within ${within / 1000} s it did not happen that ${what}${reason}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Resolves when the clock has gone on since a moment (ms): what comes next is later, however fast it is. */
export async function clockPast(at: number): Promise<void> {
  await eventually('the clock goes on', () => Date.now() > at);
}
