import { mergedIn } from '../../detect/commits/merged';
import type { Git } from '../../detect/git/git';
import type { Repository } from '../../detect/git/repository';
import type { Team } from './detecting';
import type { TodoDetection } from './todoDetection';

/**
 * The team of a repository, with the texts of the TODOs that each commit closed.
 * @param todos undefined while TODOs are switched off: then no commit says what it closed
 */
export function teamOf(repository: Repository, git: Git, todos: () => TodoDetection | undefined): Team {
  return {
    name: repository.name,
    root: repository.root,
    merged: async (from, to, signal) => {
      const commits = await mergedIn(git, repository, { from, to }, { signal });
      const shas = commits.map(({ sha }) => sha);
      const closed = await todos()?.closedIn(repository, shas, signal);
      return commits.map(commit => ({ ...commit, closedTodos: closed?.get(commit.sha) ?? [] }));
    },
  };
}
