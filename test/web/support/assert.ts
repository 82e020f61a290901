/** What the suites need of `node:assert`, which a browser lacks. Values are compared by their JSON. */
export const assert: {
  ok(value: unknown, message?: string): asserts value;
  equal(actual: unknown, expected: unknown, message?: string): void;
} = {
  ok(value, message = 'it is not so') {
    if (!value) throw new Error(message);
  },
  equal(actual, expected, message = '') {
    const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (one !== other) throw new Error(`${message} expected ${other}, got ${one}`.trim());
  },
};
