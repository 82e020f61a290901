// As in Icon.tsx; what the first picture doesn't show.
/** Shapes of icons that come with the second part of the panel. */
export const laterIcons = {
  open: 'M8.6 1q.6 0 1 .4l3 3q.4.4.4 1V13a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6h1v7q.1.9 1 1h6q.9-.1 1-1V6H9.5Q8.1 5.9 8 4.5V2L7.2 1zM9 4.5q0 .4.5.5h2.3L9 2.2zM4.15.15a.5.5 0 0 1 .7 0l2 2a.5.5 0 0 1 0 .7l-2 2a.5.5 0 1 1-.7-.7L5.3 3H2.5Q1.1 3.1 1 4.5v1a.5.5 0 0 1-1 0v-1A2.5 2.5 0 0 1 2.5 2h2.8L4.15.85a.5.5 0 0 1 0-.7',
  gripper:
    'M7 4a1 1 0 1 1-2 0 1 1 0 0 1 2 0m4 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0M7 8a1 1 0 1 1-2 0 1 1 0 0 1 2 0m4 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0m-4 4a1 1 0 1 1-2 0 1 1 0 0 1 2 0m4 0a1 1 0 1 1-2 0 1 1 0 0 1 2 0',
  trash:
    'M14 2h-4a2 2 0 1 0-4 0H2a.5.5 0 0 0 0 1h.54l.8 9.7A2.5 2.5 0 0 0 5.85 15h4.3a2.5 2.5 0 0 0 2.5-2.3l.8-9.7H14a.5.5 0 0 0 0-1M8 1q.9.1 1 1H7q.1-.9 1-1m3.65 11.6q-.2 1.3-1.5 1.4h-4.3q-1.3-.1-1.5-1.4L3.54 3h8.92zM7 5.5v6a.5.5 0 0 1-1 0v-6a.5.5 0 0 1 1 0m3 0v6a.5.5 0 0 1-1 0v-6a.5.5 0 0 1 1 0',
  search:
    'M10.02 10.73a5.5 5.5 0 1 1 .7-.7l3.13 3.12a.5.5 0 0 1-.7.7zM11 6.5a4.5 4.5 0 1 0-9 0 4.5 4.5 0 0 0 9 0',
} as const;

/** The name of one of `laterIcons`. */
export type LaterIconName = keyof typeof laterIcons;
