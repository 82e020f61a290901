/** What the panel's page is made of. */
export interface PageParts {
  /** The addresses of the panel's script and style sheet. */
  readonly script: string;
  readonly style: string;
  /** Where style sheets may come from, as the Content Security Policy writes it. */
  readonly source: string;
  /** Unguessable, and new for each page: only scripts that carry it run. */
  readonly nonce: string;
  /** The display language, a BCP 47 tag. */
  readonly language: string;
}

/** The panel's page: empty, and under a policy that lets nothing in but its own script and style. */
export function panelHtml({ script, style, source, nonce, language }: PageParts): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${language.replace(/[^\w-]/g, '')}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${style}">
  <title>Micro Wins</title>
</head>
<body>
  <div id="root"></div>
  <script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
