/** How the terminal is called here: from the sources by npm, or as the script of the archive that brings its own Node. */
export const terminalCommand = (): string => process.env['TEILHABEWERK_COMMAND'] || 'npm run teilhabewerk --'
