import './panel.css';
import * as l10n from '@vscode/l10n';
import { render } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { setPluralLanguage } from '../core/plural';
import type { ToPanel } from '../protocol';
import { App } from './App';
import { setLanguage } from './format';
import { onChange } from './look';
import { later, loadLater } from './more';
import { newWins } from './news';
import { keepFocus, restoreFocus, restoreScroll, watchPage } from './page';
import { post } from './vscode';

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));

let model: PanelModel | undefined;
let troubled = false;
let translated = false;
const fresh = new Set<string>();

function draw(): void {
  const Trouble = later()?.Trouble;
  if (model) {
    const drawn = model;
    keepFocus(() => render(<App model={drawn} fresh={fresh} />, root));
  } else if (troubled && Trouble) {
    render(<Trouble />, root);
  }
}

function take(next: PanelModel): void {
  setLanguage(next.locale, next.today.day);
  if (translated) setPluralLanguage(next.locale);
  const page = document.documentElement;
  // Setting it, even to what it is, makes the browser reckon every element's style anew.
  if (page.lang !== next.locale) page.lang = next.locale;
  const before = model;
  if (before) for (const { id } of newWins(before, next)) fresh.add(id);
  model = next;
  draw();
  later()?.showRevealed(next);
  if (before) later()?.announce(before, next);
  else restoreFocus();
  restoreScroll();
}

addEventListener('message', (event: MessageEvent<ToPanel | undefined>) => {
  const message = event.data;
  if (message?.type === 'strings') {
    l10n.config({ contents: message.strings });
    translated = true;
  }
  if (message?.type === 'snapshot') take(message.model);
  // What was drawn before is better than nothing.
  if (message?.type === 'trouble') {
    troubled = true;
    draw();
  }
});
onChange(draw);
// Patterns take the place of shades when the theme becomes one of high contrast.
new MutationObserver(draw).observe(document.body, { attributeFilter: ['class'] });
watchPage();

post({ type: 'ready' });
void loadLater().then(() => {
  later()?.region();
  draw();
  later()?.askAgain();
  if (!model) return;
  restoreFocus();
  restoreScroll();
});
