/** Asks for what notifications need: the browser asks the person; in the desktop program the system has the last word. */
export async function mayNotify(): Promise<boolean> {
  if (typeof Notification === 'undefined') return false
  if (Notification.permission === 'default') return (await Notification.requestPermission()) === 'granted'
  return Notification.permission === 'granted'
}

/** Shows a notification of the operating system where that is allowed; a click brings the program to the front. */
export function notify(title: string, text: string, onOpen: () => void): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  // One at a time: a second look's news take the place of the first's.
  const shown = new Notification(title, { body: text, tag: 'farthing-alerts' })
  shown.addEventListener('click', () => {
    window.focus()
    onOpen()
    shown.close()
  })
}
