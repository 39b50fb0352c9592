package io.autodidact.rollout;

import io.autodidact.context.Conversation;
import io.autodidact.engine.SampledSequence;
import io.autodidact.engine.Sampler;
import io.autodidact.engine.SamplingSettings;
import java.util.List;
import java.util.Optional;

/**
 * A policy takes the turns. Its first one may have been sampled already, together with the group's.
 */
record PolicySpeaker(Sampler sampler, SamplingSettings settings, Optional<SampledSequence> first)
    implements Speaker {
  @Override
  public SampledSequence speak(Conversation conversation, List<Step> steps)
      throws InterruptedException {
    if (steps.isEmpty() && first.isPresent()) {
      return first.get();
    }
    var turn =
        new SamplingSettings(
            settings.maxTokens(),
            settings.temperature(),
            Seeds.mix(settings.seed(), steps.size()),
            settings.stopTokens());
    return sampler.sample(conversation.prompt().tokens(), 1, turn).getFirst();
  }
}
