/** Asks until the answer is yes; fails with the sentence when it is not within `within` ms. */
export async function eventually(
  sentence: string,
  ask: () => Promise<boolean>,
  within = 15_000,
): Promise<void> {
  for (const end = Date.now() + within; !(await ask()); ) {
    if (Date.now() > end) throw new Error(`Within ${within / 1000} s it did not happen that ${sentence}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Whether something was done without an error. */
export function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
