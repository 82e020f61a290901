import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { tidy } from '../../paths';
import { readRegularFile } from '../../regularFile';

/** Larger `package.json` files are not read, in bytes. */
const maxPackage = 1024 * 1024;
/** Folders looked at upwards. */
const maxDepth = 40;

const packageJson = v.object({ scripts: v.optional(v.record(v.string(), v.unknown())) });

/** Where a command runs, as runs are known by it. */
export interface Place {
  /** The project's folder: the repository's, else the workspace folder; `folder` itself outside of both. */
  readonly root: string;
  /** Relative to the root. */
  readonly folder: string;
}

/**
 * Where a folder lies in its project: a repository's root is the same whichever of its folders is open.
 * @param workspaceFolder the workspace folder that holds it
 */
export async function placeOf(folder: string, workspaceFolder: string | undefined): Promise<Place> {
  const repository = await nearest(folder, undefined, one => exists(path.join(one, '.git')));
  const root = repository ?? workspaceFolder ?? folder;
  return { root: tidy(root), folder: tidy(path.relative(root, folder)) };
}

/** The scripts of the `package.json` that holds in a folder; undefined when there is none, or it can't be read. */
export async function scriptsOf(folder: string, root: string): Promise<Record<string, string> | undefined> {
  const holder = await nearest(folder, root, one => exists(path.join(one, 'package.json')));
  if (holder === undefined) return undefined;
  const file = await readRegularFile(path.join(holder, 'package.json'), maxPackage);
  if (!file) return undefined;
  try {
    const { scripts = {} } = v.parse(packageJson, JSON.parse(file.text));
    const texts = Object.entries(scripts).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    return Object.fromEntries(texts);
  } catch {
    return undefined; // a line is then known by its words alone
  }
}

/** The folder itself or the nearest above it, up to `top`, that fits. */
async function nearest(
  folder: string,
  top: string | undefined,
  fits: (folder: string) => Promise<boolean>,
): Promise<string | undefined> {
  let here = path.resolve(folder);
  const last = top === undefined ? undefined : tidy(path.resolve(top));
  for (let depth = 0; depth < maxDepth; depth++) {
    if (await fits(here)) return here;
    const above = path.dirname(here);
    if (tidy(here) === last || above === here) return undefined;
    here = above;
  }
  return undefined;
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
