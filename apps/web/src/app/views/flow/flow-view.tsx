import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { pauseAfter } from '../../../api/client.ts';
import { flowQuery } from '../../../api/queries.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ViewHead } from '../../parts/view-head.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { EndToEnd } from './end-to-end.tsx';
import { FlowSummary } from './flow-summary.tsx';
import { flowMessages } from './flow.messages.ts';
import styles from './flow-view.module.css';
import { HealthLine } from './health-line.tsx';
import { RateHistory } from './rate-history.tsx';
import { StageCard } from './stage-card.tsx';
import { TimedWork } from './timed-work.tsx';
import { Webhooks } from './webhooks.tsx';

const WINDOWS = ['5', '15', '60', '1440'] as const;
type Window = (typeof WINDOWS)[number];

/** Milliseconds between two looks. */
const INTERVAL = 2_000;

/** The operators' home: the stages as one line, in the order of the way. */
export function FlowView() {
  const messages = useMessages(flowMessages);
  const navigate = useNavigate();
  const { live } = usePreferences();
  const { minutes } = useSearch({ from: '/flow' });
  const window = WINDOWS.find((each): each is Window => each === minutes) ?? '15';
  const query = useQuery({
    ...flowQuery(Number(window)),
    refetchInterval: ({ state }) => (live ? pauseAfter(state.error, INTERVAL) : false),
  });
  return (
    <div className="view">
      <ViewHead title={messages.title} lead={messages.lead}>
        <Choice
          isBare
          label={messages.window}
          value={window}
          options={WINDOWS.map((value) => ({ value, label: messages.windows[value] }))}
          onChange={(value) => void navigate({ to: '/flow', search: { minutes: value }, replace: true })}
        />
      </ViewHead>
      <Answer query={query}>
        {(flow) => (
          <>
            <FlowSummary flow={flow} />
            <ol className={styles.line}>
              {flow.stages.map((stage) => (
                <StageCard key={stage.consumer} stage={stage} />
              ))}
            </ol>
            <Webhooks webhooks={flow.webhooks} />
            <EndToEnd durations={flow.endToEnd} />
            <RateHistory flow={flow} />
          </>
        )}
      </Answer>
      <TimedWork />
      <HealthLine />
    </div>
  );
}
