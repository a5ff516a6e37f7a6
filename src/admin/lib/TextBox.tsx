/** A labelled line of a form in the panel's own views. */
export function TextBox({
  label,
  name,
  type = 'text',
  required,
}: {
  label: string
  name: string
  type?: string
  required?: boolean
}) {
  return (
    <label>
      <span>{label}</span>
      <input autoComplete="off" className="kb-input" name={name} required={required} type={type} />
    </label>
  )
}
