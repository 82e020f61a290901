/** The file name of a program, without folder and without a Windows ending. */
export function programOf(word: string): string {
  const name = word.split(/[\\/]/).pop() ?? word;
  return name.replace(/\.(exe|cmd|bat|ps1|phar)$/i, '');
}
