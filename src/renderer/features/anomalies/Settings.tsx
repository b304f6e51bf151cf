import { useState } from 'react'
import type { Anomalies, Detector, DetectorSettings } from '../../../shared/contract/anomalies.ts'
import { SelectField, TextField, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { Choice } from './use-anomalies.ts'
import styles from './anomalies.module.css'

type Name = Exclude<keyof DetectorSettings, 'aggregation'>

/** What can be set of a number, its usual value, and whether it is a whole one. */
const NUMBERS: Record<Name, { usual: number; least: number; most: number; whole?: true }> = {
  threshold: { usual: 2.5, least: 0.01, most: 1000 },
  contamination: { usual: 0.05, least: 0.000_01, most: 0.5 },
  trees: { usual: 100, least: 1, most: 10_000, whole: true },
  subsample: { usual: 256, least: 2, most: 100_000, whole: true },
  epochs: { usual: 100, least: 1, most: 1000, whole: true },
  batch: { usual: 32, least: 1, most: 4096, whole: true },
  patience: { usual: 5, least: 1, most: 1000, whole: true },
  trainingRows: { usual: 10_000, least: 30, most: 1_000_000, whole: true },
  rate: { usual: 0.002, least: 0.000_001, most: 1 },
  seed: { usual: 1, least: 0, most: Number.MAX_SAFE_INTEGER, whole: true },
}

const NETWORK: Name[] = ['epochs', 'batch', 'patience', 'trainingRows', 'rate']
const OF: Record<Detector, Name[]> = {
  'z-score': ['threshold'],
  'robust-z': ['threshold'],
  'isolation-forest': ['contamination', 'trees', 'subsample', 'seed'],
  autoencoder: ['contamination', ...NETWORK, 'seed'],
  ecod: ['contamination'],
  'ml-isolation-forest': ['contamination', 'trees', 'seed'],
  combined: ['contamination', 'trees', 'subsample', ...NETWORK, 'seed'],
}

/** Every parameter of the chosen detector, with what it means and what it usually is; a change searches again. */
export function Settings({
  found,
  choice,
  choose,
}: {
  found: Anomalies
  choice: Choice
  choose: (choice: Choice) => void
}) {
  const t = useMessages(messages)
  const method = choice.method ?? found.method
  const set = (name: keyof DetectorSettings, value: number | 'feature' | 'row'): void =>
    choose({ method, settings: { ...choice.settings, [name]: value } })
  const shown = (name: Name): number => {
    const now = choice.settings[name] ?? (found.method === method ? found.parameters[name] : undefined)
    return typeof now === 'number' ? now : NUMBERS[name].usual
  }
  return (
    <details className={styles.settings} data-testid="settings">
      <summary>{t.allParameters(t.methods[method])}</summary>
      <form className={styles.fields} onSubmit={event => event.preventDefault()}>
        {OF[method].map(name => (
          <NumberField
            key={`${method} ${name} ${shown(name)}`}
            name={name}
            value={shown(name)}
            onSet={value => set(name, value)}
          />
        ))}
        {method === 'ecod' && (
          <SelectField
            label={t.settings.aggregation.label}
            hint={t.settings.aggregation.means}
            value={choice.settings.aggregation ?? 'feature'}
            options={(['feature', 'row'] as const).map(value => ({ value, label: t.aggregations[value] }))}
            onChange={event => set('aggregation', event.target.value === 'row' ? 'row' : 'feature')}
          />
        )}
      </form>
    </details>
  )
}

function NumberField({ name, value, onSet }: { name: Name; value: number; onSet: (value: number) => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { usual, least, most, whole } = NUMBERS[name]
  const plain = (one: number): string =>
    format.locale.startsWith('de') ? String(one).replace('.', ',') : String(one)
  const [text, setText] = useState(plain(value))
  const typed = Number(text.trim().replace(',', '.'))
  const wrong =
    text.trim() === '' || !(typed >= least && typed <= most) || (whole && !Number.isInteger(typed))
  const apply = (): void => {
    if (!wrong && typed !== value) onSet(typed)
  }
  return (
    <TextField
      label={t.settings[name].label}
      hint={`${t.settings[name].means} ${t.usualValue(plain(usual))}`}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={text}
      {...(wrong ? { error: t.outside(plain(least), plain(most)) } : {})}
      onChange={event => setText(event.target.value)}
      onBlur={apply}
      onKeyDown={event => {
        if (event.key === 'Enter') apply()
      }}
    />
  )
}
