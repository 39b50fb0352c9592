package io.autodidact.rollout;

import io.autodidact.context.Conversation;
import io.autodidact.engine.SampledSequence;
import java.util.List;

/** Who takes the agent's turns: a policy, or somebody who shows how it is done. */
interface Speaker {
  /** The next turn, given the conversation and the steps it has taken. */
  SampledSequence speak(Conversation conversation, List<Step> steps) throws InterruptedException;
}
