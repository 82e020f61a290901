import { configuredEmails } from '../git/configuredEmails';
import type { Git } from '../git/git';
import type { Repository } from '../git/repository';

/** The user's own addresses in each repository; git is asked for them once. */
export class OwnEmails {
  private readonly configured = new Map<string, readonly string[]>();
  /** Git folders of repositories in which none is known. */
  readonly without = new Set<string>();

  /** @param more the addresses of the settings, lower case */
  constructor(
    private readonly git: Git,
    private readonly more: () => readonly string[],
  ) {}

  /** Forgets what git said of the user, because it may say something else now. */
  forget({ gitFolder }: Repository): void {
    this.configured.delete(gitFolder);
  }

  /**
   * Lower case.
   * @param madeAs addresses of whoever committed lately: one that is not known may be the user's since a moment ago,
   * by a configuration that nobody watches
   * @throws GitError
   */
  async of(repository: Repository, madeAs: readonly string[] = []): Promise<ReadonlySet<string>> {
    const { gitFolder } = repository;
    const before = new Set([...(this.configured.get(gitFolder) ?? []), ...this.more()]);
    if (madeAs.some(email => !before.has(email))) this.forget(repository);
    const configured = this.configured.get(gitFolder) ?? (await configuredEmails(this.git, repository));
    if (configured.length > 0) this.configured.set(gitFolder, configured);
    const emails = new Set([...configured, ...this.more()]);
    if (emails.size > 0) this.without.delete(gitFolder);
    else this.without.add(gitFolder);
    return emails;
  }
}
