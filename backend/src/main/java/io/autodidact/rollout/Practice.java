package io.autodidact.rollout;

import io.autodidact.connector.Episodes;
import io.autodidact.context.AgentContext;
import io.autodidact.engine.Sampler;
import java.util.List;

/**
 * Who practises where, and how.
 *
 * @param examples worked examples for every prompt, as tokens; usually none
 */
public record Practice(
    Episodes episodes,
    AgentContext context,
    Sampler sampler,
    Batch batch,
    PracticeSettings settings,
    List<int[]> examples) {
  public Practice {
    examples = List.copyOf(examples);
  }

  public Practice(
      Episodes episodes,
      AgentContext context,
      Sampler sampler,
      Batch batch,
      PracticeSettings settings) {
    this(episodes, context, sampler, batch, settings, List.of());
  }
}
