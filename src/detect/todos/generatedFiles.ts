import type { Git, GitCall } from '../git/git';
import type { Repository } from '../git/repository';
import { excludedByAttributes, exclusionAttributes } from './exclude';

/**
 * Those of some files (relative, forward slashes) that `.gitattributes` calls generated or vendored: they hold
 * nobody's TODOs. One process, none without files.
 * @throws GitError
 */
export async function generatedFiles(
  git: Git,
  { root }: Repository,
  files: readonly string[],
  call: GitCall = {},
): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const args = ['check-attr', '-z', '--stdin', ...exclusionAttributes];
  const output = await git.run(root, args, { ...call, input: `${files.join('\0')}\0` });
  return new Set(excludedByAttributes(output).keys());
}
