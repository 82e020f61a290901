import { programOf } from './programs';

const containers = /^(docker|podman|nerdctl|docker-compose|podman-compose)$/;
/** Their own flags that take the next word as value, before `exec` or `run` and after it. */
const composeValues = /^(-[cfHp]|--(context|env-file|file|host|profile|project-directory|project-name))$/;
const containerValues =
  /^(-[ehlpuvw]|--(add-host|env|env-file|entrypoint|index|label|mount|name|network|platform|publish|user|volume|workdir))$/;

/** What `docker exec`, `docker compose run` and their like start; undefined when it is left behind (`-d`). */
export function inContainer(
  words: readonly string[],
): { container: string; words: readonly string[] } | undefined {
  if (!containers.test(programOf(words[0] ?? ''))) return undefined;
  const pass = (from: number, values: RegExp): number => {
    let at = from;
    while (words[at]?.startsWith('-')) at += values.test(words[at] ?? '') ? 2 : 1;
    return at;
  };
  let start = pass(1, composeValues);
  if (/^(compose|container)$/.test(words[start] ?? '')) start = pass(start + 1, composeValues);
  const end = pass(start + 1, containerValues);
  const container = words[end];
  const detaches = words.slice(start, end).some(word => /^(-\w*d\w*|--detach)$/.test(word));
  if (!/^(exec|run)$/.test(words[start] ?? '') || container === undefined || detaches) return undefined;
  return { container, words: words.slice(end + 1) };
}
