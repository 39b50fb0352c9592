package io.autodidact.experience;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.context.Embedder;
import io.autodidact.experience.Experience.State;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Rewords, approves or switches off a lesson; the next attempts go by it. */
@Component
public class EditLesson {
  private static final int LONGEST = 300;

  private final TenantTransaction tenantTransaction;
  private final ExperienceRepository experiences;
  private final Embedder embedder;

  EditLesson(
      TenantTransaction tenantTransaction, ExperienceRepository experiences, Embedder embedder) {
    this.tenantTransaction = tenantTransaction;
    this.experiences = experiences;
    this.embedder = embedder;
  }

  /**
   * What people change of a lesson; approving puts it to use, switching off takes it out.
   *
   * @param seen the version they saw; empty to change whatever it is now
   */
  public record LessonChange(
      Optional<Integer> seen,
      Optional<String> whenToUse,
      Optional<String> content,
      Optional<State> state) {
    /** Other words, by somebody who saw that version. */
    public static LessonChange words(int seen, String whenToUse, String content) {
      return new LessonChange(
          Optional.of(seen), Optional.of(whenToUse), Optional.of(content), Optional.empty());
    }

    /** Another state, by somebody who saw that version. */
    public static LessonChange state(int seen, State state) {
      return new LessonChange(
          Optional.of(seen), Optional.empty(), Optional.empty(), Optional.of(state));
    }
  }

  /**
   * Changes the lesson.
   *
   * @throws Conflict if somebody else changed it since it was seen
   */
  public void change(RunScope scope, UUID id, LessonChange change) {
    tenantTransaction.run(scope.tenant(), dsl -> change(dsl, scope, id, change));
  }

  void change(DSLContext dsl, RunScope scope, UUID id, LessonChange change) {
    var lesson = experiences.find(dsl, scope, id).orElseThrow(() -> new NotFound("lesson"));
    int seen = change.seen().orElse(lesson.version());
    var changed = changed(lesson, change);
    if (!experiences.change(dsl, scope, seen, changed)) {
      throw new Conflict(
          "Somebody else changed this lesson meanwhile; nothing of theirs was overwritten. Reload"
              + " the page to see it.");
    }
    Audit.record(
        dsl, scope.tenant(), Change.of("lesson.changed", "lesson", id).from(lesson).to(changed));
  }

  private Experience changed(Experience lesson, LessonChange change) {
    var when = change.whenToUse().map(String::strip).orElse(lesson.whenToUse());
    var content = change.content().map(String::strip).orElse(lesson.content());
    if (when.isBlank() || content.isBlank() || content.length() > LONGEST) {
      throw new IllegalArgumentException("A lesson is one sentence of 1 to 300 characters.");
    }
    boolean sameWords = when.equals(lesson.whenToUse()) && content.equals(lesson.content());
    return new Experience(
        lesson.id(),
        when,
        content,
        lesson.operations(),
        change.state().orElse(lesson.state()),
        sameWords ? lesson.origin() : "person",
        when.equals(lesson.whenToUse())
            ? lesson.embedding()
            : embedder.embed(List.of(when)).getFirst(),
        lesson.version());
  }
}
