import * as l10n from '@vscode/l10n';
import { addDays, type Day, daysBetween, weekStart } from './day';
import { heatStep } from './heatStep';
import type { Overview } from './overview';
import { Phrases } from './phrases';
import { one } from './plural';
import type { History } from './rules';
import { safeText } from './text';
import { noWins, totalOf } from './win';

/** What a card can show. `project` is the project's name. */
export const cardParts = ['streak', 'week', 'momentum', 'activity', 'milestones', 'project'] as const;

/** One of `cardParts`. */
export type CardPart = (typeof cardParts)[number];

/** What a card is made of. */
export interface CardOptions {
  readonly overview: Overview;
  readonly history: History;
  /** 0 (Sunday) to 6 */
  readonly firstWeekday: number;
  /** BCP 47 tag for `Intl`. */
  readonly locale: string;
  readonly project: string;
  /** What the user chose to show, and nothing else. */
  readonly show: ReadonlySet<CardPart>;
}

const width = 480;
const margin = 28;
const weeksShown = 20;
const pitch = (width - 2 * margin + 4) / weeksShown;
const mostMilestones = 3;

/** A card of its own colours: on light and on dark pages it looks the same, with contrasts of at least 4.5. */
const colours = {
  card: '#161b26',
  edge: '#3a4356',
  text: '#f2f4f8',
  quiet: '#a9b3c4',
  accent: '#f0b45a',
  heat: ['#252c3a', '#1f5a4a', '#2b8a66', '#4fbf8b', '#9be8bf'],
} as const;

/** The card as an SVG file: made of what is kept here, with nothing loaded from elsewhere and no script. */
export function shareCard({ show, ...options }: CardOptions): string {
  const drawing = new Drawing(options);
  drawing.heading(show.has('project') ? options.project : '');
  drawing.figures(show);
  if (show.has('activity')) drawing.activity();
  if (show.has('milestones')) drawing.milestones();
  return drawing.finish();
}

/** Where and how a text is drawn; `y` is its base line, `x` where it starts or ends. */
interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'end';
}

/** Draws from top to bottom; `y` is where the next part begins. */
class Drawing {
  private y: number = margin;
  private readonly parts: string[] = [];
  private readonly words: string[] = [];
  private readonly phrases: Phrases;

  constructor(private readonly options: Omit<CardOptions, 'show'>) {
    this.phrases = new Phrases(options.locale);
  }

  heading(project: string): void {
    const name = safeText(project, 40) || 'Micro Wins';
    const y = this.y + 14;
    this.text(name, { x: margin, y, size: 15, colour: colours.accent, weight: 600 });
    const date = this.phrases.fullDate(this.options.overview.today);
    this.text(date, { x: width - margin, y, size: 13, colour: colours.quiet, anchor: 'end' });
    this.y += 30;
  }

  figures(show: ReadonlySet<CardPart>): void {
    const { streak, momentum } = this.options.overview;
    const days = one(streak.current) ? l10n.t('active day in a row') : l10n.t('active days in a row');
    const wins = this.winsOfWeek();
    const inWeek = one(wins) ? l10n.t('win this week') : l10n.t('wins this week');
    const figures: [CardPart, string, string][] = [
      ['streak', this.phrases.number(streak.current), days],
      ['week', this.phrases.number(wins), inWeek],
      ['momentum', this.phrases.number(Math.round(momentum)), l10n.t('momentum of 100')],
    ];
    const shown = figures.filter(([part]) => show.has(part));
    if (shown.length === 0) return;
    shown.forEach(([, value, label], index) => {
      const x = margin + (index * (width - 2 * margin)) / shown.length;
      this.text(value, { x, y: this.y + 44, size: 40, colour: colours.text, weight: 700 });
      this.text(label, { x, y: this.y + 66, size: 13, colour: colours.quiet });
      this.words.push(`${value} ${label}`);
    });
    this.y += 86;
  }

  activity(): void {
    const { overview, history, firstWeekday } = this.options;
    const from = addDays(weekStart(overview.today, firstWeekday), -7 * (weeksShown - 1));
    const days = daysBetween(from, overview.today) + 1;
    for (let index = 0; index < days; index++) {
      const wins = totalOf(history.get(addDays(from, index)) ?? noWins);
      const x = round(margin + Math.floor(index / 7) * pitch);
      const y = this.y + (index % 7) * pitch;
      const size = round(pitch - 4);
      const colour = colours.heat[heatStep(wins, overview.goal)];
      this.parts.push(
        `<rect x="${x}" y="${round(y)}" width="${size}" height="${size}" rx="3" fill="${colour}"/>`,
      );
    }
    this.words.push(l10n.t('Activity of the last {0} weeks', this.phrases.number(weeksShown)));
    this.y += 7 * pitch + 10;
  }

  milestones(): void {
    const reached = this.options.overview.milestones
      .filter(({ reachedOn }) => reachedOn !== undefined)
      .sort((one, other) => compare(other.reachedOn, one.reachedOn) || other.target - one.target);
    for (const { title } of reached.slice(0, mostMilestones)) {
      const shown = l10n.t('Reached: {0}', title);
      this.text(shown, { x: margin, y: this.y + 14, size: 13, colour: colours.text });
      this.words.push(shown);
      this.y += 24;
    }
  }

  finish(): string {
    const height = round(this.y + margin - 10);
    const label = l10n.t('Progress with Micro Wins');
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">
<title>${xml(label)}</title>
<desc>${xml(this.words.join('. '))}</desc>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="14" fill="${colours.card}" stroke="${colours.edge}"/>
${this.parts.join('\n')}
</svg>
`;
  }

  private winsOfWeek(): number {
    const { overview, history, firstWeekday } = this.options;
    const from = weekStart(overview.today, firstWeekday);
    let wins = 0;
    for (const [day, counts] of history) if (day >= from && day <= addDays(from, 6)) wins += totalOf(counts);
    return wins;
  }

  private text(words: string, { x, y, size, colour, weight = 400, anchor = 'start' }: TextLook): void {
    const at = `x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}"`;
    const end = anchor === 'end' ? ' text-anchor="end"' : '';
    this.parts.push(`<text ${at}${end} fill="${colour}">${xml(words)}</text>`);
  }
}

function compare(one: Day | undefined, other: Day | undefined): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text for XML: `safeText` has made controls visible, which XML can't hold. */
function xml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return safeText(text, 1000).replace(/[&<>"']/g, character => names[character] ?? '');
}
