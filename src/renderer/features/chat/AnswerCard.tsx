import { Link, useNavigate } from '@tanstack/react-router'
import type { Asked } from '../../../shared/ask/asked.ts'
import { rankedOf } from '../../../shared/ask/compile.ts'
import type { Reply } from '../../../shared/contract/chat.ts'
import { serialiseFilters } from '../../app/filters.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { Button, useFormat, useLanguage, useMessages } from '../../ui/index.ts'
import { AnswerChart } from './AnswerChart.tsx'
import { Chips } from './Chips.tsx'
import { messages } from './messages.ts'
import { saidMessages } from './said.messages.ts'
import { SafeMarkdown } from './SafeMarkdown.tsx'
import { sentenceOf } from './said.ts'
import styles from './chat.module.css'

interface Props {
  reply: Reply
  stale: boolean
  /** Its place in the conversation, from 1. */
  number: number
  /** Asks again, as a typed query. */
  onAsk: (asked: Asked) => void
  onQuestion: (question: string) => void
}

/** One question with its answer: sentence, picture, what was understood, choices, SQL, rows. */
export function AnswerCard({ reply, stale, number, onAsk, onQuestion }: Props) {
  const t = useMessages(messages)
  const sentences = useMessages(saidMessages)
  const format = useFormat()
  const language = useLanguage()
  const navigate = useNavigate()
  const { answer, asked, filters, rows } = reply
  const search = filters ? serialiseFilters({ filters, comparison: undefined, path: [] }) : undefined
  const openRows = (): void => {
    if (search) void navigate({ to: '/ledger', search: search as never })
  }
  return (
    <article className={styles.message} data-testid="answer">
      <h2 className={styles.asked}>
        {reply.question === '' ? (asked ? t.intents[asked.intent] : '') : reply.question}
      </h2>
      <div className={styles.body}>
        {reply.refused && (
          <>
            <p>{t.refused[reply.refused]}</p>
            <Notes reply={reply} />
            <p className="t3">{t.instead}</p>
            <ul className={styles.suggestions}>
              {reply.suggestions.map(text => (
                <li key={text}>
                  <Button kind="quiet" onClick={() => onQuestion(text)}>
                    {text}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        {answer && <SafeMarkdown text={sentenceOf(reply, t, sentences, format)} />}
        {!reply.refused && <Notes reply={reply} />}
        <Choices reply={reply} onAsk={onAsk} />
        <AnswerChart reply={reply} number={number} onRows={openRows} />
        {answer && answer.findings.length > 1 && (
          <div>
            <h3 className={styles.also}>{t.also}</h3>
            {/* Statements of the analyses are English whatever the page's language. */}
            <ul className={styles.findings} {...(language !== 'en' && { lang: 'en' })}>
              {answer.findings.slice(1).map(finding => (
                <li key={finding.id}>{finding.statement}</li>
              ))}
            </ul>
          </div>
        )}
        {asked && <Chips reply={reply} asked={asked} onAsk={onAsk} />}
        {asked && stale && (
          <p className={styles.stale}>
            {t.stale} <Button onClick={() => onAsk(asked)}>{t.again}</Button>
          </p>
        )}
        <div className={styles.foot}>
          {rows !== null && search && (
            <Link to="/ledger" search={search as never} title={t.openRows}>
              {t.rows(rows, format.count(rows))}
            </Link>
          )}
          {reply.sql !== null && (
            <details>
              <summary>{t.sql}</summary>
              <pre className={styles.sql} tabIndex={0} aria-label={t.sql}>
                {reply.sql}
              </pre>
            </details>
          )}
        </div>
      </div>
    </article>
  )
}

function Notes({ reply }: { reply: Reply }) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useDimensionName()
  const ranked = reply.asked && reply.answer ? rankedOf(reply.asked) : []
  const near = reply.answer?.figures.find(figure => figure.approximateError !== undefined)
  const lines = [
    ...(reply.unknown.length > 0 ? [t.unknown(reply.unknown.join(', '))] : []),
    ...reply.corrected.map(({ from, to }) => t.corrected(from, to)),
    ...(reply.assumed && reply.answer ? [t.assumed(t.measures[reply.assumed])] : []),
    ...ranked.map(dimension => t.nameless(nameOf(dimension))),
    ...(reply.period?.cut ? [t.cut] : []),
    ...(near?.approximateError === undefined
      ? []
      : [t.near(format.percent(near.approximateError, { digits: 0 }))]),
    ...(reply.followed ? [t.followed] : []),
    ...(reply.by === 'model' ? [t.byModel] : []),
  ]
  if (lines.length === 0) return null
  return (
    <ul className={styles.notes}>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Choices({ reply, onAsk }: { reply: Reply; onAsk: (asked: Asked) => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useDimensionName()
  return reply.choices.map(choice => {
    const title =
      choice.kind === 'member'
        ? t.choose(choice.words)
        : choice.kind === 'period'
          ? t.orPeriod(choice.words)
          : t.orSearch
    return (
      <div key={`${choice.kind}:${choice.words}`} className={styles.choices} role="group" aria-label={title}>
        <span>{title}</span>
        {choice.options.map(option => (
          <Button key={`${option.dimension ?? ''}:${option.label}`} onClick={() => onAsk(option.asked)}>
            {choice.kind === 'period'
              ? `${t.as[option.label] ?? option.label}: ${format.span(option.asked.from ?? '', option.asked.to ?? '')}`
              : option.dimension === undefined
                ? option.label
                : `${option.label} (${nameOf(option.dimension)})`}
          </Button>
        ))}
      </div>
    )
  })
}
