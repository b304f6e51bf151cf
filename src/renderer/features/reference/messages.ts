import { defineMessages } from '../../ui/messages.ts'
import { de } from './messages-de.ts'
import { en } from './messages-en.ts'

export const messages = defineMessages({ en, de })
