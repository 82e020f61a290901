export const languages: readonly string[];
export function codeStrings(root: string): Promise<string[]>;
export function manifestStrings(root: string): Promise<Record<string, string>>;
export function translation(
  root: string,
  language: string,
): Promise<{ code: Record<string, string>; manifest: Record<string, string> }>;
export function placesIn(text: string): string[];
