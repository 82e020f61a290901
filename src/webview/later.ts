// biome-ignore lint/performance/noBarrelFile: the second bundle's contents, loaded as one
export { Celebration } from './Celebration';
export { EmptyState } from './EmptyState';
export { exampleDay } from './exampleDay';
export { Facts } from './Facts';
export { Line, openLine } from './Line';
export { laterIcons } from './laterIcons';
export { RecentWins } from './RecentWins';
export { reveal, showRevealed } from './reveal';
export { say } from './say';
export { dragStep } from './stepDrag';
export { TaskLinks } from './TaskLinks';
export { StepTools, TaskTools } from './Tools';
export { Trouble } from './Trouble';
export { stepKeys, taskKeys } from './taskKeys';
export { Week } from './Week';
export { askAgain } from './winQuery';
