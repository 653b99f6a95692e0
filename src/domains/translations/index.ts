export { routes } from './routes/index.ts'
