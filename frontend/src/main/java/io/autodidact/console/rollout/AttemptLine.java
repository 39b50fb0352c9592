package io.autodidact.console.rollout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.autodidact.console.Viewer;
import io.autodidact.rollout.RolloutSummary;
import java.time.Duration;

/** An attempt in a line, with the way to its story. */
public final class AttemptLine extends Div {
  private static final long serialVersionUID = 1L;

  public AttemptLine(RolloutSummary attempt) {
    addClassName("attempt-line");
    add(
        new OutcomeBadge(attempt.reward()),
        new RouterLink(who(this, attempt), AttemptView.class, AttemptView.at(attempt.id())));
    var more = new Span(Viewer.current().duration(Duration.ofMillis(attempt.milliseconds())));
    more.addClassName("quiet");
    add(more);
    if (attempt.withExperience()) {
      add(new Span(getTranslation("attempt.with-lessons")));
    }
  }

  /** The same in words alone. */
  public static String words(Component beside, RolloutSummary attempt) {
    return who(beside, attempt)
        + ": "
        + beside.getTranslation(attempt.reward() == 1 ? "attempt.solved" : "attempt.not");
  }

  private static String who(Component beside, RolloutSummary attempt) {
    return beside.getTranslation(
        "attempt.who." + attempt.purpose(),
        beside.getTranslation("candidate." + attempt.policy()),
        attempt.iteration(),
        attempt.sample() + 1);
  }
}
