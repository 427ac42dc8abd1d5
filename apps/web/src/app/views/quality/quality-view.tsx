export function QualityView() {
  return null;
}
