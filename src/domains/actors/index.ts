/** The doorway: what other domains may use. */
export { createNamedActors } from './commands/create-named.ts'
export { addContact, removeContact, removeDueContacts, withdrawConsent } from './commands/contacts.ts'
export { createActor, saveActor } from './commands/save.ts'
export { mergeActors } from './commands/merge.ts'
export { actorTypes, cooperationStates, type ActorType, type CooperationState } from './model/actor.ts'
export { contactsDue, type ContactForm, type KeptContact } from './model/contact.ts'
export { actorForm, type ActorContent } from './model/form.ts'
export { routes } from './routes/index.ts'
