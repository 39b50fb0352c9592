package io.autodidact.attribution;

import io.autodidact.connector.Catalogue;
import io.autodidact.job.Work;
import io.autodidact.rollout.Rollout;
import io.autodidact.task.Task;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Credits every step of a round of attempts and keeps credit and advantage. The credit follows from
 * the attempts alone, so a round that is credited again after an interruption is credited the same.
 */
@Component
public class AttributeRollouts {
  private static final int AT_ONCE = 50;

  private final AttributionRepository attributions;

  public AttributeRollouts(AttributionRepository attributions) {
    this.attributions = attributions;
  }

  /**
   * @param tasks at least those attempted
   * @param rollouts all attempts to compare, whole groups
   */
  public Credits attribute(
      Work work,
      Catalogue catalogue,
      List<Task> tasks,
      List<Rollout> rollouts,
      AdvantageSettings settings) {
    var credits = new CreditGroups(catalogue, settings).of(tasks, rollouts);
    var all = credits.rollouts();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      work.commit(
          dsl -> {
            some.forEach(one -> attributions.save(dsl, work.scope().tenant(), one));
            return some.size();
          });
      work.progress("Crediting steps", from + some.size(), all.size());
    }
    return credits;
  }
}
