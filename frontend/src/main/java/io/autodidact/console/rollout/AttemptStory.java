package io.autodidact.console.rollout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.attribution.TellAttempt.Story;
import io.autodidact.console.Viewer;
import java.time.Duration;
import java.util.List;

/** What was done, step by step, what came of it, and how it ended. */
final class AttemptStory extends Div {
  private static final long serialVersionUID = 1L;

  AttemptStory(Story story) {
    addClassName("story");
    var rollout = story.rollout();
    add(quiet(begun(story)));
    var list = new OrderedList();
    list.addClassName("story-steps");
    rollout.steps().forEach(step -> list.add(new StepItem(story, step)));
    add(list);
    add(quiet(getTranslation("attempt.ending." + rollout.ending())));
    var judgement = rollout.judgement();
    int expected = story.task().checks().expected().size();
    if (expected > 0) {
      add(quiet(getTranslation("attempt.held", judgement.held().size(), expected)));
    }
    if (!judgement.unexpected().isEmpty()) {
      add(
          quiet(
              getTranslation(
                  "attempt.unexpected", String.join("; ", some(judgement.unexpected())))));
    }
    if (!story.task().checks().answer().isEmpty()) {
      add(
          quiet(
              getTranslation(
                  judgement.answerRight() ? "attempt.answer.right" : "attempt.answer.wrong")));
    }
  }

  private static List<String> some(List<String> places) {
    return places.stream().limit(3).toList();
  }

  private String begun(Story story) {
    var origin = story.rollout().origin();
    long took = story.rollout().steps().stream().mapToLong(step -> step.milliseconds()).sum();
    return getTranslation(
        origin.withExperience() ? "attempt.begun.lessons" : "attempt.begun",
        getTranslation("candidate." + origin.policy()),
        Viewer.current().duration(Duration.ofMillis(took)),
        story.rollout().steps().size());
  }

  private static Paragraph quiet(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassName("quiet");
    return paragraph;
  }
}
