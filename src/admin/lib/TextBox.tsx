/** A labelled line of a form in the panel's own views. */
export function TextBox({
  label,
  name,
  type = 'text',
  required,
  value,
}: {
  label: string
  name: string
  type?: string
  required?: boolean
  value?: string
}) {
  return (
    <label>
      <span>{label}</span>
      <input autoComplete="off" className="kb-input" defaultValue={value} name={name} required={required} type={type} />
    </label>
  )
}
