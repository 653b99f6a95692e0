import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fillFolder, FolderError } from './folder.ts'

const around = mkdtempSync(join(tmpdir(), 'tw-folder-'))
after(() => rmSync(around, { recursive: true, force: true }))

const write = (text: string) => (folder: string) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), text)
  return Promise.resolve(text)
}

test('a folder is filled, and replaced only when asked', async () => {
  const folder = join(around, 'web/site')
  assert.equal(await fillFolder(folder, {}, write('one')), 'one')
  await assert.rejects(fillFolder(folder, {}, write('two')), /nicht leer.*--replace/)
  writeFileSync(join(folder, 'old.html'), '')
  await fillFolder(folder, { replace: true }, write('two'))
  assert.deepEqual(readdirSync(folder), ['index.html'])
  assert.equal(readFileSync(join(folder, 'index.html'), 'utf8'), 'two')
  assert.deepEqual(readdirSync(join(around, 'web')), ['site'], 'nothing is left beside it')
})

test('a failure leaves what was there', async () => {
  const folder = join(around, 'kept')
  await fillFolder(folder, {}, write('one'))
  const fail = () => Promise.reject(new Error('no'))
  await assert.rejects(fillFolder(folder, { replace: true }, fail), /no/)
  assert.equal(readFileSync(join(folder, 'index.html'), 'utf8'), 'one')
})

test('an empty folder is no hindrance, a file is one', async () => {
  const folder = join(around, 'empty')
  mkdirSync(folder)
  await fillFolder(folder, {}, write('one'))
  await assert.rejects(fillFolder(join(folder, 'index.html'), { replace: true }, write('two')), FolderError)
})

test('the data, the program and the home folder are never replaced', async () => {
  const precious = join(around, 'web/data')
  mkdirSync(precious, { recursive: true })
  for (const folder of [precious, join(around, 'web'), around, '/', process.cwd()]) {
    await assert.rejects(fillFolder(folder, { replace: true, precious: [precious] }, write('x')), /wird nicht ersetzt/)
  }
})
