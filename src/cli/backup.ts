import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkBackup, restoreBackup } from '#platform/backup/restore-backup.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { CommandError, type Command } from './command.ts'
import { prepare, withDatabase } from './instance.ts'

export const backup: Command = {
  usage: 'backup FILE',
  summary: 'alles in eine Datei sichern, auch neben der laufenden Anwendung',
  words: { min: 1, max: 1 },
  run: async (call) => {
    const file = resolve(call.words[0] ?? '')
    if (existsSync(file)) throw new CommandError(`${file} gibt es schon. Bitte geben Sie einen neuen Namen an.`)
    const manifest = await withDatabase(call, ({ ownerUrl, config }) =>
      writeBackup({ ownerUrl, dataDir: config.dataDir, file, now: new Date(), log: call.say }),
    )
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      text: `Gesichert: ${rows} Zeilen aus ${manifest.tables.length} Tabellen und ${manifest.files} Dateien in ${file}.\nDie Datei enthält alles, auch Daten über Personen: Bewahren Sie sie so sicher auf wie die Anwendung selbst.`,
      data: { file, rows, tables: manifest.tables.length, files: manifest.files },
    }
  },
}

export const restore: Command = {
  usage: 'restore FILE',
  summary: 'eine Sicherung in eine leere Instanz zurückspielen',
  words: { min: 1, max: 1 },
  run: async (call) => {
    const file = resolve(call.words[0] ?? '')
    // Before a database is made for it.
    const checked = await checkBackup(file)
    const manifest = await withDatabase(
      call,
      async ({ ownerUrl, appRole, config }) => {
        const restored = await restoreBackup({
          ownerUrl,
          appRole,
          dataDir: config.dataDir,
          file,
          checked,
          log: call.say,
        })
        await prepare(ownerUrl, appRole, () => undefined)
        return restored
      },
      { alone: true },
    )
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      text: `Zurückgespielt: ${rows} Zeilen und ${manifest.files} Dateien, Stand ${manifest.madeAt}.\nAlle müssen sich neu anmelden; offene Einladungen und Vorschau-Links gelten nicht mehr.`,
      data: { file, rows, files: manifest.files, madeAt: manifest.madeAt },
    }
  },
}

export const migrateCommand: Command = {
  usage: 'migrate',
  summary: 'die Datenbank auf den neuesten Stand bringen (der Start tut das selbst)',
  words: { min: 0, max: 0 },
  run: (call) =>
    withDatabase(
      call,
      async ({ ownerUrl, appRole }) => {
        const ran = await prepare(ownerUrl, appRole, call.say)
        return {
          text: ran.length > 0 ? `${ran.length} Migrationen ausgeführt.` : 'Es war nichts zu tun.',
          data: { ran },
        }
      },
      { alone: true },
    ),
}
