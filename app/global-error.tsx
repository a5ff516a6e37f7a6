'use client'

/** When even the frame could not be drawn: no styles, no shell, both languages, the code for support and the way back. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="ru">
      <body
        style={{
          margin: 0,
          minHeight: '100dvh',
          display: 'grid',
          placeContent: 'center',
          padding: 24,
          textAlign: 'center',
          font: '15px/1.5 system-ui, sans-serif',
          colorScheme: 'light dark',
        }}
      >
        <title>Kabinet</title>
        <h1 style={{ fontSize: 25, margin: '0 0 8px' }}>Кабинет сейчас не открывается</h1>
        <p style={{ margin: 0 }}>Мы уже видим эту ошибку. Откройте страницу ещё раз через минуту.</p>
        <p lang="en" style={{ margin: '8px 0 0', opacity: 0.75 }}>
          The portal cannot be shown right now. Please open the page again in a minute.
        </p>
        {error.digest ? <p style={{ margin: '8px 0 0', opacity: 0.75 }}>Код для поддержки: {error.digest}</p> : null}
        {/* a full load: what is broken here stays behind */}
        <p style={{ margin: '20px 0 0' }}>
          <a href="" style={{ color: 'inherit' }}>
            Попробовать ещё раз
          </a>
        </p>
      </body>
    </html>
  )
}
