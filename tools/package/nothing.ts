// Stands in the bundle of the archive for a package that is never used there.
export const nothing = undefined
