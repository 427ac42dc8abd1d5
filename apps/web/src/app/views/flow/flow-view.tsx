export function FlowView() {
  return null;
}
