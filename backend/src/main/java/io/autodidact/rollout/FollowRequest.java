package io.autodidact.rollout;

import io.autodidact.connector.Session;
import io.autodidact.context.Conversation;
import io.autodidact.engine.Sampler;
import io.autodidact.engine.SamplingSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets a policy follow a request on the software as it is; nobody judges what it does. */
public final class FollowRequest {
  private static final List<Duration> WAITS = List.of(Duration.ofMillis(200));

  private final AgentLoop loop;

  public FollowRequest(Limits limits, Clock clock) {
    this.loop = new AgentLoop(limits, WAITS, clock);
  }

  /**
   * Takes turns until the policy says it is done or a limit is met.
   *
   * @throws io.autodidact.engine.EngineException if the engine can not answer
   */
  public Transcript follow(
      Conversation conversation, Sampler sampler, SamplingSettings settings, Session software)
      throws InterruptedException {
    var policy = new PolicySpeaker(sampler, settings, Optional.empty());
    return loop.run(conversation, policy, software, AgentLoop.Judge.NONE);
  }
}
