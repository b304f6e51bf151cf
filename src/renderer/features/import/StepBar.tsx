import { IconCheck } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useMessages, VisuallyHidden } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { mayGo, STEPS, type Step, type Wizard } from './wizard.ts'
import styles from './step-bar.module.css'

/** Where the file stands; a step that can be gone to is a button. */
export function StepBar({ state, onGo }: { state: Wizard; onGo: (step: Step) => void }) {
  const t = useMessages(messages)
  const at = STEPS.indexOf(state.step)
  return (
    <ol className={styles.steps} aria-label={t.steps}>
      {STEPS.map((step, index) => {
        const done = index < at
        return (
          <Fragment key={step}>
            <li aria-current={step === state.step ? 'step' : undefined}>
              <button
                type="button"
                className={styles.step}
                data-state={step === state.step ? 'on' : done ? 'done' : 'ahead'}
                disabled={step === state.step || !mayGo(state, step)}
                onClick={() => onGo(step)}
              >
                <span className={styles.number} aria-hidden>
                  {done ? <IconCheck size={14} stroke={2} /> : index + 1}
                </span>
                {t.step[step]}
                {done && <VisuallyHidden> ({t.stepDone})</VisuallyHidden>}
              </button>
            </li>
            {index < STEPS.length - 1 && <li className={styles.between} aria-hidden />}
          </Fragment>
        )
      })}
    </ol>
  )
}
