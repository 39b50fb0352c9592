package io.autodidact.experience;

import io.autodidact.context.Embedder;
import io.autodidact.experience.Experience.State;
import io.autodidact.job.Work;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RolloutId;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Draws lessons from the attempts of an iteration and retires those that did harm. Made again from
 * the same attempts, it changes nothing.
 */
@Component
public class DistilExperience {
  private static final List<Lessons> WAYS =
      List.of(new RepairLessons(), new NameLessons(), new PlanLessons());

  private final ExperienceRepository experiences;
  private final Embedder embedder;

  public DistilExperience(ExperienceRepository experiences, Embedder embedder) {
    this.experiences = experiences;
    this.embedder = embedder;
  }

  /** What came of it. */
  public record Distilled(int lessons, int retired) {}

  /** Uses attempts at TRAIN tasks only; others are passed over. */
  public Distilled run(Work work, List<Rollout> rollouts, List<Task> tasks) {
    Map<TaskId, Task> byId =
        tasks.stream().collect(Collectors.toMap(Task::id, Function.identity()));
    var attempts =
        rollouts.stream()
            .filter(rollout -> rollout.split() == Split.TRAIN)
            .filter(rollout -> rollout.origin().purpose() == Purpose.PRACTICE)
            .flatMap(
                rollout ->
                    Stream.ofNullable(byId.get(rollout.task()))
                        .map(task -> new Attempted(task, rollout)))
            .toList();
    var drafts =
        merged(WAYS.stream().flatMap(way -> way.from(attempts).stream()).filter(Draft::isShort));
    var vectors = embedder.embed(drafts.stream().map(Draft::whenToUse).toList());
    return work.commit(
        dsl -> {
          for (int i = 0; i < drafts.size(); i++) {
            var lesson = lesson(work, drafts.get(i), vectors.get(i));
            experiences.save(dsl, work.scope(), lesson, drafts.get(i).evidence());
          }
          var lifts = experiences.lifts(dsl, work.scope());
          var harmful =
              experiences.of(dsl, work.scope()).stream()
                  .filter(lesson -> lesson.state() == State.ACTIVE)
                  .map(Experience::id)
                  .filter(
                      id -> Optional.ofNullable(lifts.get(id)).filter(Lift::isHarmful).isPresent())
                  .toList();
          harmful.forEach(id -> experiences.put(dsl, work.scope(), id, State.RETIRED));
          return new Distilled(drafts.size(), harmful.size());
        });
  }

  /** Lessons of the same words are one lesson with more evidence. */
  private static List<Draft> merged(Stream<Draft> drafts) {
    var byContent = new LinkedHashMap<String, Draft>();
    drafts.forEach(draft -> byContent.merge(draft.content(), draft, DistilExperience::merge));
    return List.copyOf(byContent.values());
  }

  private static Draft merge(Draft one, Draft other) {
    List<RolloutId> evidence =
        Stream.concat(one.evidence().stream(), other.evidence().stream()).distinct().toList();
    return new Draft(one.whenToUse(), one.content(), one.operations(), one.origin(), evidence);
  }

  private static Experience lesson(Work work, Draft draft, float[] embedding) {
    var name = work.scope().learningRun() + "/" + draft.content();
    return new Experience(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        draft.whenToUse(),
        draft.content(),
        draft.operations(),
        State.ACTIVE,
        draft.origin(),
        embedding,
        1);
  }
}
