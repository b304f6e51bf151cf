import { useRef, useState, type ReactNode } from 'react'
import type { MethodName } from '../../shared/contract/index.ts'
import { useRefusal } from '../ui/may.ts'

/** Where files may be dropped, or chosen by what `children` shows. What a file is, is judged by its content. */
export function DropArea({
  className,
  testId,
  accept,
  multiple = false,
  needs,
  onFiles,
  children,
}: {
  className: string | undefined
  testId: string
  /** Keeps a picker's list short. */
  accept?: string
  multiple?: boolean
  /** The method that takes the files: whoever may not call it drops nothing. */
  needs?: MethodName
  /** Never empty; one file where not `multiple`. */
  onFiles: (files: File[]) => void
  children: (choose: () => void) => ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const refused = useRefusal()(needs) !== undefined
  const take = (list: FileList | null): void => {
    const files = Array.from(list ?? []).slice(0, multiple ? undefined : 1)
    if (files.length > 0) onFiles(files)
  }
  return (
    <div
      className={className}
      data-over={over ? '' : undefined}
      onDragOver={event => {
        // Not prevented, the browser would open the file in place of the program.
        event.preventDefault()
        if (refused) event.dataTransfer.dropEffect = 'none'
        else setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        if (!refused) take(event.dataTransfer.files)
      }}
    >
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        data-testid={testId}
        accept={accept}
        onChange={event => {
          take(event.target.files)
          // The same file chosen again must fire again.
          event.target.value = ''
        }}
      />
    </div>
  )
}
