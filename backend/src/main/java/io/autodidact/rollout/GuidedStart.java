package io.autodidact.rollout;

import io.autodidact.context.Conversation;
import io.autodidact.engine.SampledSequence;
import java.util.List;

/** The reference plan takes the first turns, the policy all others. */
record GuidedStart(ReferenceSpeaker reference, int given, Speaker policy) implements Speaker {
  @Override
  public SampledSequence speak(Conversation conversation, List<Step> steps)
      throws InterruptedException {
    return steps.size() < given
        ? reference.speak(conversation, steps)
        : policy.speak(conversation, steps);
  }
}
