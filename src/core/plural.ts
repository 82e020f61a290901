let language = 'en';
let rules: Intl.PluralRules | undefined;

/**
 * Says which language the words are in: to be called together with `l10n.config`. English, where a display language
 * has no words of its own, whatever its dates look like.
 * @param tag BCP 47
 */
export function setPluralLanguage(tag: string): void {
  if (tag !== language) rules = undefined;
  language = tag;
}

/** Whether the words' language uses its singular form for a number: in French for 0, in Japanese never. */
export function one(count: number): boolean {
  // Made when it is needed first: activation doesn't wait for it.
  rules ??= new Intl.PluralRules(language);
  return rules.select(count) === 'one';
}
