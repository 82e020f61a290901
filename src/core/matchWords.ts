/** What a text says, for matching it with another. */
export interface MatchWords {
  /** Words that say what it is about, stemmed. */
  readonly content: readonly string[];
  /** What is done to it, in classes such as `add` and `remove`, whatever word says it. */
  readonly actions: ReadonlySet<string>;
  /** It says that something is begun, undone or tried, not done. */
  readonly unfinished: boolean;
}

const stopWords = setOf(
  'a an the of for to in into on onto and or with from by at as is are be it its this that we i my our so no not',
  'all some more also now when if than then via per up out off',
  'der die das den dem des ein eine einen einem einer und oder für von vom zu zum zur im in mit auf bei an als es',
  'el la los las un una unos unas de del al y o en con por para que se',
  'le les des du et ou dans avec pour par sur un une au aux',
  '的 了 在 和 与 把 は が を に で の と も へ する した して さ れ る',
);

/** Words that say what is done, by what they come to. */
const actionWords: Readonly<Record<string, string>> = {
  add: 'add implement create write introduce support new feat feature build make draft allow accept provide hinzufugen erganzen schreiben anlegen anadir agregar escribir crear ajouter ecrire creer 追加 作成 添加 增加 新增 编写',
  fix: 'fix repair correct resolve solve bugfix hotfix handle beheben reparieren korrigieren corregir arreglar corriger reparer 修正 修复',
  remove: 'remove delete drop entfernen loschen eliminar quitar borrar supprimer retirer 削除 删除 移除',
  change:
    'update upgrade bump change improve refactor rework clean tidy rename move simplify extract perf style chore aktualisieren verbessern actualizar mejorar ameliorer 更新 改善 优化 重构',
  test: 'test tests prufen testen probar pruebas テスト 测试',
  document: 'document docs doc documentation',
};

const actionOf = new Map(
  Object.entries(actionWords).flatMap(([action, words]) =>
    words.split(' ').map((word): [string, string] => [stem(word), action]),
  ),
);

const unfinishedWord =
  /\b(wip|revert|reverts|start|starts|begin|prepare|try|attempt|partial|partly|draft of|todo|step \d+ of)\b|\bpart \d/;

/** The words of a text, of any language; pure, and the same for the same text. */
export function matchWords(text: string): MatchWords {
  const plain = text
    .normalize('NFKC')
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    // é and e are written for each other; marks of other scripts change the letter.
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  // A number of an issue or pull request says nothing.
  const words = split(plain.replace(/#\d+/g, ' ')).filter(word => !stopWords.has(word));
  const content: string[] = [];
  const actions = new Set<string>();
  for (const word of words) {
    const stemmed = stem(word);
    const action = actionOf.get(stemmed);
    if (action) actions.add(action);
    else if (!content.includes(stemmed)) content.push(stemmed);
  }
  return { content, actions, unfinished: unfinishedWord.test(plain) };
}

/** An English word without its ending, so that "retries" and "retry" are one; other words stay. */
function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const bare = word
    .replace(/ie[sd]$/, 'y')
    .replace(/(?<=[a-z]{3})ing$/, '')
    .replace(/(?<=[a-z]{3})ed$/, '')
    .replace(/(?<=[a-rt-z]|se)s$/, '')
    .replace(/([bdgklmnprt])\1$/, '$1');
  return bare.length >= 4 ? bare.replace(/e$/, '') : bare;
}

let segmenter: Intl.Segmenter | undefined;

/** Words in order. Chinese, Japanese and Thai have no blanks between them: for those a dictionary is asked. */
function split(text: string): string[] {
  if (!/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/.test(text)) {
    return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  }
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return (
    [...segmenter.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment)
      // One kana alone is a particle or an ending.
      .filter(word => !/^[\u3040-\u30ff]$/.test(word))
  );
}

function setOf(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(line => line.split(' ')));
}
