import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockRow } from '#platform/things/lock-row.ts'
import { misplaced, type ProductForm } from './model.ts'

const thingKind = 'budget-product'

/** Creates a product. Returns its id. Throws Refused('codeTaken') when its level has that code already. */
export const createProduct = (db: Database, acting: Acting, form: ProductForm): Promise<number> =>
  keepingCode(() =>
    inTransaction(db, async (tx) => {
      await refuseMisplaced(tx, undefined, form)
      const { id } = await tx
        .insertInto('budgetProduct')
        .values({ municipalityId: acting.municipalityId, ...form })
        .returning('id')
        .executeTakeFirstOrThrow()
      await writeAudit(tx, { ...acting, thingKind, thingId: id, act: 'created' }, differences({}, form), {
        isPublic: true,
      })
      return id
    }),
  )

/** Saves a product that was read as `version`. Throws LostRace, and Refused('codeTaken'). */
export const saveProduct = (
  db: Database,
  acting: Acting,
  id: number,
  version: number,
  form: ProductForm,
): Promise<void> =>
  keepingCode(() =>
    inTransaction(db, async (tx) => {
      await lockRow(tx, 'budget_product', id, version)
      await refuseMisplaced(tx, id, form)
      const before = await tx.selectFrom('budgetProduct').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
      await tx
        .updateTable('budgetProduct')
        .set({ ...form, version: version + 1, updatedAt: new Date() })
        .where('id', '=', id)
        .execute()
      await writeAudit(tx, { ...acting, thingKind, thingId: id, act: 'changed' }, differences(before, form), {
        isPublic: true,
      })
    }),
  )

/** Removes a product that nothing refers to. Throws Refused('inUse') where a goal or another product does, and LostRace. */
export async function removeProduct(db: Database, acting: Acting, id: number, version: number): Promise<void> {
  try {
    await inTransaction(db, async (tx) => {
      await lockRow(tx, 'budget_product', id, version)
      const { code, title } = await tx
        .deleteFrom('budgetProduct')
        .where('id', '=', id)
        .returning(['code', 'title'])
        .executeTakeFirstOrThrow()
      const changes = { title: { from: `${code} ${title}`, to: null } }
      await writeAudit(tx, { ...acting, thingKind, thingId: id, act: 'removed' }, changes, { isPublic: true })
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23503') throw new Refused('inUse')
    throw error
  }
}

async function keepingCode<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') throw new Refused('codeTaken')
    throw error
  }
}

async function refuseMisplaced(db: Database, id: number | undefined, form: ProductForm) {
  const products = await db.selectFrom('budgetProduct').select(['id', 'level', 'parentId']).forUpdate().execute()
  const [problem] = Object.values(misplaced(products, id, form))
  if (problem) throw new Refused(problem)
}
