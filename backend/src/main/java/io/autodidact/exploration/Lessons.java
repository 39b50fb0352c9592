package io.autodidact.exploration;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What refusals and successes taught about the bodies of one shape. */
final class Lessons {
  private record Count(int served, int failed) {}

  private final Set<String> required = new HashSet<>();
  private final Set<String> avoided = new HashSet<>();
  private final Map<BodyPlan, Count> plans = new EnumMap<>(BodyPlan.class);

  /**
   * @return whether anything new was learned
   */
  boolean learn(Refusal refusal, Set<String> mustStay) {
    var news = false;
    for (var property : refusal.missing()) {
      avoided.remove(property);
      news |= required.add(property);
    }
    if (refusal.kind() == Refusal.Kind.INVALID) {
      for (var property : refusal.wrong()) {
        if (!mustStay.contains(property) && !required.contains(property)) {
          news |= avoided.add(property);
        }
      }
    }
    return news;
  }

  void served(BodyPlan plan) {
    plans.merge(plan, new Count(1, 0), (a, b) -> new Count(a.served + b.served, a.failed));
  }

  void failed(BodyPlan plan) {
    plans.merge(plan, new Count(0, 1), (a, b) -> new Count(a.served, a.failed + b.failed));
  }

  double confidence(BodyPlan plan, double prior) {
    var count = plans.getOrDefault(plan, new Count(0, 0));
    return (prior + count.served) / (1 + count.served + count.failed);
  }

  boolean requires(String property) {
    return required.contains(property);
  }

  boolean avoids(String property) {
    return avoided.contains(property);
  }

  Set<String> required() {
    return required;
  }
}
