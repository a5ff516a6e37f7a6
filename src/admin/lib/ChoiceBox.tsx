export type Choice = { id: string; name: string }

/** A labelled choice of a form in the panel's own views. */
export function ChoiceBox({
  label,
  name,
  choices,
  chosen,
  required,
}: {
  label: string
  name: string
  choices: readonly Choice[]
  chosen?: string
  required?: boolean
}) {
  return (
    <label>
      <span>{label}</span>
      <select className="kb-input" defaultValue={chosen} name={name} required={required}>
        {choices.map(({ id, name: text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
