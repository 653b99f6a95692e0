/** The doorway: what other domains may use. */
export { manyProducts } from './commands/import.ts'
export { createProduct, saveProduct } from './commands.ts'
export { productForm, type ProductForm } from './model.ts'
export { productLevels, type BudgetProduct, type ProductLevel } from './model.ts'
export { routes } from './routes.tsx'
export { texts as productTexts } from './texts/index.ts'
