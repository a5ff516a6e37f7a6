export function Logo() {
  return <span style={{ font: '620 26px/1 var(--font-body)', letterSpacing: '-0.02em' }}>Kabinet</span>
}

export function Icon() {
  return (
    <span
      style={{
        width: 18,
        height: 18,
        borderRadius: 5,
        background: 'var(--kb-brand)',
        color: 'var(--kb-on-brand)',
        display: 'grid',
        placeItems: 'center',
        font: '700 12px var(--font-body)',
      }}
    >
      K
    </span>
  )
}
