import { defineMessages } from '../../ui/index.ts'
import { de, notesDe } from './messages-de.ts'
import { en, notesEn } from './messages-en.ts'

export const messages = defineMessages({ en, de })

/** Sentences for the codes of notes. */
export const NOTES = defineMessages({ en: notesEn, de: notesDe })
export type KnownNote = keyof typeof notesEn
