// Runs before anything is drawn, so that the page never flashes in the wrong colours or language. The keys are those of
// src/app/preferences/preferences.ts.
{
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('diglot.preferences') ?? '{}');
  } catch {
    // Storage that is closed to us, or that holds nonsense, is as good as none.
  }
  const root = document.documentElement;
  if (kept.scheme === 'light' || kept.scheme === 'dark') root.dataset.scheme = kept.scheme;
  root.lang = (kept.language ?? (navigator.language.startsWith('zh') ? 'zh' : 'en')) === 'zh' ? 'zh-Hans' : 'en';
}
