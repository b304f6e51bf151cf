import { Dialog } from '../ui/Dialog.tsx'
import { useMessages } from '../ui/messages.ts'
import { keysMessages } from './keys.messages.ts'
import styles from './palette.module.css'

/** All keys, by where they work. */
export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useMessages(keysMessages)
  return (
    <Dialog title={t.title} opened onClose={onClose} size={620}>
      <div className={styles.keys}>
        {t.groups.map(group => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="cap">{t.off}</p>
    </Dialog>
  )
}
