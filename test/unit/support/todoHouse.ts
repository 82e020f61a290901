import type { Repository } from '../../../src/detect/git/repository';
import { TodoCommits } from '../../../src/detect/todos/commits';
import type { TodoReader } from '../../../src/detect/todos/reader';
import { defaultTags } from '../../../src/detect/todos/scanner';
import { WorkingTree } from '../../../src/detect/todos/workingTree';
import { builtInLanguages } from '../detect/todos/fixtures';
import { CommitHouse } from './commitHouse';

/** Commits and the TODOs that they close, on real repositories, with a ledger in memory in the place of the store. */
export class TodoHouse extends CommitHouse {
  readonly reader: TodoReader = {
    languages: builtInLanguages(),
    tags: defaultTags,
    roleOf: path => (this.reader.languages.byPath(path) ? 'counts' : 'none'),
  };
  private readonly todos = new TodoCommits(this.git, this.log.channel);

  /** Reads what is new in a repository, and what it closed. */
  override async scan(repository: Repository): Promise<void> {
    const before = this.findings.length;
    await super.scan(repository);
    for (const { project, commits, amended, rewritten } of this.findings.slice(before)) {
      await this.todos.read(repository, commits, {
        project,
        amended,
        rewritten,
        sink: { known: this.ledger, dayOf: () => '2026-11-22' },
        reader: async () => this.reader,
        keep: async found => {
          for (const one of found) this.ledger.apply({ type: 'win', ...one });
        },
        withdraw: async ids => {
          for (const id of ids) this.ledger.apply({ type: 'withdrawn', id, at: 0 });
        },
      });
    }
  }

  /** The titles of closed TODOs. */
  get closed(): string[] {
    return this.ledger.recent.flatMap(({ kind, title }) => (kind === 'todo' ? [title] : [])).sort();
  }

  /** What saved files do to the TODOs of HEAD. */
  tree(repository: Repository): WorkingTree {
    return new WorkingTree(this.git, repository);
  }
}
