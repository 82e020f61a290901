// Lets the host's bundles share code instead of repeating it. esbuild splits ES modules only, and into dozens of small
// files; here its pieces are put together again as CommonJS: each piece that several bundles need is in one of them,
// which lends it to the others.
const path = require('node:path');

/** A piece of the first build as a module of the second one. */
const piece = 'piece';
/** Stands for a piece that another bundle lends. */
const borrowed = 'borrowed';
/** The bundle of pieces that none of the first ones needs. */
const shared = 'shared';

/**
 * @param {{ first: string[], plugins: import('esbuild').Plugin[] }} options `first`: the entry points that are loaded
 * before all others, in this order; `plugins`: for the second build
 * @returns {import('esbuild').Plugin} for a build whose format is CommonJS
 */
function sharedCode({ first, plugins }) {
  return {
    name: 'shared-code',
    setup(build) {
      const wanted = { ...build.initialOptions };
      Object.assign(build.initialOptions, {
        format: 'esm',
        splitting: true,
        chunkNames: 'piece-[hash]',
        minify: false,
        minifySyntax: wanted.minify,
        sourcemap: wanted.sourcemap ? 'inline' : false,
        supported: {},
        metafile: true,
        write: false,
      });
      build.onEnd(async result => {
        if (result.errors.length > 0) return;
        const pieces = new Pieces(result, wanted, first);
        const { outputFiles, metafile } = await build.esbuild.build({
          ...wanted,
          entryPoints: Object.fromEntries(pieces.bundles.map(name => [name, `./${name}.js`])),
          plugins: [pieces.plugin(), ...plugins],
          metafile: true,
        });
        Object.assign(result, { outputFiles, metafile: pieces.described(metafile) });
      });
    },
  };
}

/** What the first build made, and which bundle has each piece. */
class Pieces {
  constructor({ outputFiles, metafile }, { absWorkingDir, entryPoints, outdir }, first) {
    this.folder = outdir;
    this.outputs = metafile.outputs;
    this.texts = new Map(
      outputFiles.map(file => [slashed(path.relative(absWorkingDir, file.path)), file.text]),
    );
    this.bundles = [...Object.keys(entryPoints), shared];
    this.bundleOf = new Map(this.bundles.map(name => [this.file(name), name]));
    /** What each bundle lends: a list, since names would cost room and, when it is loaded, time. */
    this.lent = new Map([...first, shared].map(name => [name, []]));
    for (const name of first) {
      for (const file of this.neededBy(this.file(name))) this.lend(name, file);
    }
    for (const file of Object.keys(this.outputs)) this.lend(shared, file);
  }

  file(bundle) {
    return `${this.folder}/${bundle}.js`;
  }

  /** The pieces that are loaded with one. */
  neededBy(file, found = new Set()) {
    for (const { path: imported, kind, external } of this.outputs[file].imports) {
      if (external || kind !== 'import-statement' || found.has(imported)) continue;
      found.add(imported);
      this.neededBy(imported, found);
    }
    return found;
  }

  lend(bundle, file) {
    if (this.bundleOf.has(file)) return;
    this.bundleOf.set(file, bundle);
    this.lent.get(bundle).push(...this.outputs[file].exports.map(name => ({ file, name })));
  }

  /** Finds the pieces: in this bundle, or in another one that is loaded with it or later. */
  plugin() {
    return {
      name: 'pieces',
      setup: build => {
        build.onResolve({ filter: /^\.\// }, ({ path: imported, kind, importer, namespace }) => {
          const file = `${this.folder}/${imported.slice(2)}`;
          if (kind === 'entry-point') return { path: file, namespace: piece };
          if (kind !== 'import-statement' || namespace === borrowed)
            return { path: imported, external: true };
          const own = this.bundleOf.get(file) === this.bundleOf.get(importer);
          return { path: file, namespace: own ? piece : borrowed };
        });
        build.onLoad({ filter: /.*/, namespace: piece }, ({ path: file }) => ({
          contents: `${this.texts.get(file) ?? ''}\n${this.lending(file)}`,
        }));
        build.onLoad({ filter: /.*/, namespace: borrowed }, ({ path: file }) => ({
          contents: this.borrowing(file),
        }));
      },
    };
  }

  /** What a bundle's own module exports besides. */
  lending(bundleFile) {
    const list = this.lent.get(path.posix.basename(bundleFile, '.js'));
    if (!list) return '';
    return [
      ...list.map(
        ({ file, name }, at) => `import { ${name} as lent${at} } from './${path.posix.basename(file)}';`,
      ),
      `export const lent = [${list.map((_, at) => `lent${at}`).join(', ')}];`,
    ].join('\n');
  }

  /** The module that stands for a piece in other bundles than its own. */
  borrowing(file) {
    const bundle = this.bundleOf.get(file);
    const exported = this.lent
      .get(bundle)
      // A pure call may be left out where nobody needs the name.
      .map(({ name }, at) => `export const ${name} = /* @__PURE__ */ (() => list[${at}])();`)
      .filter((_, at) => this.lent.get(bundle)[at].file === file);
    return [`const list = require('./${bundle}.js').lent;`, ...exported].join('\n');
  }

  /** The second build's metafile, with the bytes of each bundle by source file instead of by piece. */
  described(metafile) {
    const outputs = Object.entries(metafile.outputs).map(([name, output]) => {
      const inputs = {};
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const sources = Object.entries(this.outputs[input.replace(`${piece}:`, '')]?.inputs ?? {});
        const total = sources.reduce((sum, [, source]) => sum + source.bytesInOutput, 0);
        for (const [source, { bytesInOutput: part }] of sources) {
          inputs[source] ??= { bytesInOutput: 0 };
          inputs[source].bytesInOutput += total > 0 ? (bytesInOutput * part) / total : 0;
        }
      }
      return [name, { ...output, inputs }];
    });
    return { ...metafile, outputs: Object.fromEntries(outputs) };
  }
}

function slashed(file) {
  return file.split(path.sep).join('/');
}

module.exports = { sharedCode };
