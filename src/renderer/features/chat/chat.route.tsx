import { useEffect, useRef, useState } from 'react'
import type { Asked } from '../../../shared/ask/asked.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { useCall } from '../../app/use-call.ts'
import { fetchCharts } from '../../charts/use-echarts.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  Page,
  toast,
  useFormat,
  useLanguage,
  useMessages,
} from '../../ui/index.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { messages } from './messages.ts'
import { modelMessages } from './model.messages.ts'
import { saidMessages } from './said.messages.ts'
import { ModelPanel, PreviewDialog } from './ModelPanel.tsx'
import { Rooms } from './Rooms.tsx'
import { sentenceOf } from './said.ts'
import { useConversation } from './use-conversation.ts'
import styles from './chat.module.css'

fetchCharts()

/** Questions in plain words: conversations, the box, answers with what was understood. */
export default function ChatPage() {
  const t = useMessages(messages)
  const m = useMessages(modelMessages)
  const sentences = useMessages(saidMessages)
  const format = useFormat()
  const language = useLanguage()
  const talk = useConversation(t.firstRoom)
  const [question, setQuestion] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [said, setSaid] = useState('')
  const [settings, setSettings] = useState(false)
  const [preview, setPreview] = useState<{ question: string; value: Output<'chat.preview'> }>()
  const suggestions = useCall('chat.suggestions', { language }).value ?? []
  const model = useCall('chat.model', {}).value
  const box = useRef<HTMLInputElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const count = talk.shown.length
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' })
  }, [count])

  const ask = async (input: { question?: string; asked?: Asked }): Promise<void> => {
    setFailure(undefined)
    const result = await talk.run(input)
    if (!result.ok) {
      if (result.failure.code !== 'cancelled') setFailure(result.failure)
      return
    }
    setQuestion('')
    const reply = result.value
    setSaid(
      reply.refused
        ? t.refused[reply.refused]
        : reply.answer
          ? sentenceOf(reply, t, sentences, format).replaceAll('*', '')
          : reply.message,
    )
    box.current?.focus()
  }
  const lookAt = async (): Promise<void> => {
    const result = await call('chat.preview', { question: question.trim() })
    if (result.ok) setPreview({ question: question.trim(), value: result.value })
    else toast('error', result.failure.message)
  }
  const send = async (text: string, digest: string): Promise<void> => {
    setPreview(undefined)
    setFailure(undefined)
    const result = await talk.viaModel(text, digest)
    if (result.ok) setQuestion('')
    else if (result.failure.code !== 'cancelled') setFailure(result.failure)
  }
  const nothing = talk.status?.entries === 0
  return (
    <Page
      title={t.title}
      fill
      actions={
        <Button kind="quiet" onClick={() => setSettings(true)}>
          {m.title}
        </Button>
      }
    >
      <div className={styles.page}>
        <Rooms rooms={talk.rooms} current={talk.room?.id} onPick={talk.pick} canWrite={talk.canWrite} />
        <section className={styles.talk} aria-label={talk.room?.name ?? t.firstRoom}>
          {/* Focusable, so that a conversation longer than the window can be read by keyboard. */}
          <div className={styles.messages} tabIndex={0} role="log" aria-live="off" aria-label={t.title}>
            {talk.failure && <ErrorState title={t.failed} failure={talk.failure} />}
            {nothing && <EmptyState title={t.noEntries}>{t.noEntriesText}</EmptyState>}
            {!nothing && count === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
            {talk.shown.map(({ id, reply, stale }, i) => (
              <AnswerCard
                key={id}
                reply={reply}
                stale={stale}
                number={i + 1}
                onAsk={asked => void ask({ asked, question: undefined })}
                onQuestion={text => void ask({ question: text })}
              />
            ))}
            {failure && <ErrorState title={t.failed} failure={failure} />}
            <div ref={end} />
          </div>
          <div className="visually-hidden" role="status" aria-live="polite" data-testid="chat-said">
            {said}
          </div>
          {!nothing && (
            <div className={styles.suggest} role="group" aria-label={t.canAsk}>
              {suggestions.slice(0, count === 0 ? 12 : 4).map(text => (
                <button
                  key={text}
                  type="button"
                  className={styles.suggestion}
                  onClick={() => void ask({ question: text })}
                >
                  {text}
                </button>
              ))}
            </div>
          )}
          <form
            className={styles.box}
            onSubmit={event => {
              event.preventDefault()
              if (question.trim() !== '' && !talk.running) void ask({ question: question.trim() })
            }}
          >
            <label className="visually-hidden" htmlFor="chat-question">
              {t.question}
            </label>
            <input
              ref={box}
              id="chat-question"
              className={styles.input}
              value={question}
              placeholder={t.placeholder}
              maxLength={2000}
              autoComplete="off"
              onChange={event => setQuestion(event.target.value)}
            />
            {talk.running ? (
              <Button onClick={talk.cancel}>{t.cancel}</Button>
            ) : (
              <Button kind="primary" type="submit" disabled={question.trim() === ''}>
                {t.ask}
              </Button>
            )}
            {model?.consent && talk.canWrite && (
              <Button
                needs="chat.preview"
                disabled={question.trim() === '' || talk.running}
                onClick={() => void lookAt()}
              >
                {m.preview}
              </Button>
            )}
          </form>
        </section>
      </div>
      {settings && <ModelPanel onClose={() => setSettings(false)} />}
      {preview && (
        <PreviewDialog
          question={preview.question}
          preview={preview.value}
          onSend={(text, digest) => void send(text, digest)}
          onClose={() => setPreview(undefined)}
        />
      )}
    </Page>
  )
}
