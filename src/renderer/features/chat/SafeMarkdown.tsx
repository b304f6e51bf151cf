import Markdown from 'react-markdown'

const SHOWN = ['p', 'strong', 'em', 'ul', 'ol', 'li', 'code', 'a']

/** Markdown without raw HTML, pictures or frames. A link is shown with its address and leads nowhere: who wants to go there copies it. */
export function SafeMarkdown({ text }: { text: string }) {
  return (
    <Markdown
      skipHtml
      allowedElements={SHOWN}
      unwrapDisallowed
      components={{
        a: ({ children, href }) => (
          <span>
            {children} <span className="mono">({href})</span>
          </span>
        ),
      }}
    >
      {text}
    </Markdown>
  )
}
