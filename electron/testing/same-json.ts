/** Whether two values are the same JSON: to the last field, whatever the order of the fields. Every answer a test gets is compared, so it looks at nothing but what JSON has. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, at) => sameJson(item, other[at]));
  const fields = Object.entries(one);
  const others = new Map(Object.entries(other));
  return fields.length === others.size && fields.every(([name, value]) => others.has(name) && sameJson(value, others.get(name)));
}
