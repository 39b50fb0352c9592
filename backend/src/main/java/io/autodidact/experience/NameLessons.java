package io.autodidact.experience;

import io.autodidact.rollout.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Operations that do not exist, and the ones that attempts went on with instead. */
final class NameLessons implements Lessons {
  private static final Pattern UNKNOWN =
      Pattern.compile("no operation ([A-Za-z][A-Za-z0-9_.-]{0,39}), .*");

  @Override
  public List<Draft> from(List<Attempted> attempts) {
    var drafts = new ArrayList<Draft>();
    for (var attempt : attempts) {
      var steps = attempt.steps();
      for (int i = 0; i + 1 < steps.size(); i++) {
        if (steps.get(i).action() instanceof Action.Malformed bad) {
          var unknown = UNKNOWN.matcher(bad.problem());
          var next = Attempted.call(steps.get(i + 1));
          if (unknown.matches() && next.isPresent() && Attempted.succeeded(steps.get(i + 1))) {
            var right = next.get().operation();
            drafts.add(
                new Draft(
                    attempt.work(),
                    "There is no %s, use %s.".formatted(unknown.group(1), right),
                    List.of(right),
                    "name",
                    List.of(attempt.rollout().id())));
          }
        }
      }
    }
    return drafts;
  }
}
