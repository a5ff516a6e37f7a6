export type ActionAnswer = { ok: true; result: unknown } | { ok: false; message: string }

/** Runs an action of the portal by its name, as the person of the panel. `failed` is said when the answer has no words. */
export async function callAction(
  action: string,
  input: Record<string, unknown>,
  failed: string,
): Promise<ActionAnswer> {
  const response = await fetch(`/api/actions/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => null)
  // What the portal itself answers; a proxy between may answer with something else.
  const body = (await response?.json().catch(() => null)) as { message?: string; result?: unknown } | null
  return response?.ok ? { ok: true, result: body?.result } : { ok: false, message: body?.message ?? failed }
}
