export { scoreTexts } from './queries/scores.ts'
export { routes } from './routes/index.ts'
