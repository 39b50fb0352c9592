package io.autodidact.task;

import io.autodidact.connector.Operation;
import io.autodidact.goal.GoalData;
import io.autodidact.job.Work;
import io.autodidact.task.TaskWorkshop.Written;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes the tasks a run begins with: of each split as many as a run can not do without, the exam's
 * first, and then the rest, so that time that runs out on slow software leaves none of them empty.
 * Picked up again, it goes on behind the tasks it stored.
 */
@Component
public class WriteTasks {
  /** Attempts for each task wanted, before the run is content with fewer. */
  private static final int ATTEMPTS_EACH = 6;

  /** With fewer exam tasks than this no honest statement about success can be made. */
  private static final int FEWEST_EXAM = 40;

  private static final int FEWEST_VALIDATION = 8;
  private static final int FEWEST_TRAIN = 8;

  private final TaskRepository tasks;

  public WriteTasks(TaskRepository tasks) {
    this.tasks = tasks;
  }

  /**
   * What was written.
   *
   * @param exam tasks for the exam
   * @param validation tasks to choose weights by
   * @param kept by family
   * @param rejected how often for which reason
   * @param inPart collections so long that checks look at their beginning only
   */
  public record Report(
      int families,
      Set<String> examOnly,
      int exam,
      int validation,
      Map<String, Integer> kept,
      Map<String, Integer> rejected,
      Set<String> inPart) {
    /** Whether a run can learn and say honestly what came of it. */
    public boolean suffices() {
      return exam >= FEWEST_EXAM && validation >= FEWEST_VALIDATION;
    }
  }

  /**
   * Writes what is still missing.
   *
   * @param workshop of what the goals ask for
   * @param syllabus of its families
   * @throws io.autodidact.connector.ConnectorException if the software can not be used
   */
  public Report write(Work work, TaskWorkshop workshop, Syllabus syllabus, TaskSettings settings)
      throws InterruptedException {
    int all = settings.exam() + settings.validation() + settings.train();
    var writing = new Writing(work, workshop, syllabus, all);
    writing.fill(Split.EXAM, Math.min(FEWEST_EXAM, settings.exam()));
    writing.fill(Split.VALIDATION, Math.min(FEWEST_VALIDATION, settings.validation()));
    writing.fill(Split.TRAIN, Math.min(FEWEST_TRAIN, settings.train()));
    writing.fill(Split.EXAM, settings.exam());
    writing.fill(Split.VALIDATION, settings.validation());
    writing.fill(Split.TRAIN, settings.train());
    var report =
        new Report(
            workshop.families().size(),
            syllabus.examOnly(),
            writing.written.getOrDefault(Split.EXAM, 0),
            writing.written.getOrDefault(Split.VALIDATION, 0),
            writing.kept,
            writing.rejected,
            workshop.domain().incomplete());
    work.tell("tasks-written", report);
    return report;
  }

  /**
   * What people want done.
   *
   * @param mayUse what the safety policy allows
   */
  public record Wanted(List<GoalData> goals, Predicate<Operation> mayUse) {
    public Wanted {
      goals = List.copyOf(goals);
    }

    /** What tasks may use: neither the policy nor a goal forbids it. */
    public Predicate<Operation> allowed() {
      return mayUse.and(
          operation ->
              goals.stream().noneMatch(goal -> goal.forbidden().contains(operation.name())));
    }

    /** Families the goals speak of. */
    public List<TaskFamily> families(TaskWorkshop workshop) {
      return new GoalAffinity(workshop.catalogue(), goals)
          .wanted(workshop.families().stream().filter(this::serves).toList());
    }

    /** Whether a goal wants that kind of work at that difficulty; without goals, all do. */
    private boolean serves(TaskFamily family) {
      var kinds =
          family.parts().stream()
              .map(
                  part ->
                      part instanceof TaskFamily.Question
                          ? GoalData.Kind.QUESTION
                          : GoalData.Kind.CHANGE)
              .collect(Collectors.toSet());
      return goals.isEmpty()
          || goals.stream().anyMatch(goal -> goal.wants(kinds, family.difficulty()));
    }
  }

  private final class Writing {
    private final Work work;
    private final TaskWorkshop workshop;
    private final Syllabus syllabus;
    private final int all;
    private final Map<Split, Integer> written = new EnumMap<>(Split.class);
    private final Map<Split, Long> tried = new EnumMap<>(Split.class);
    private final NearDuplicates near = new NearDuplicates();
    private final EntitiesOfTask entities;
    private final Map<String, Integer> kept = new TreeMap<>();
    private final Map<String, Integer> rejected = new TreeMap<>();

    /**
     * @param all how many tasks are wanted of every split together
     */
    Writing(Work work, TaskWorkshop workshop, Syllabus syllabus, int all) {
      this.work = work;
      this.workshop = workshop;
      this.syllabus = syllabus;
      this.all = all;
      this.entities = new EntitiesOfTask(workshop.domain());
      work.commit(dsl -> tasks.all(dsl, work.scope())).forEach(this::remember);
      for (Split split : Split.values()) {
        work.commit(dsl -> tasks.inUse(dsl, work.scope(), split))
            .forEach(task -> kept.merge(task.family(), 1, Integer::sum));
      }
    }

    /** New tasks may not say again what one says that was written before an interruption. */
    private void remember(Task task) {
      near.add(task.family(), entities.of(task), task.request());
    }

    private static String purpose(Split split) {
      return switch (split) {
        case EXAM -> "for the exam";
        case VALIDATION -> "to test itself";
        case TRAIN -> "to practise on";
      };
    }

    void fill(Split split, int wanted) throws InterruptedException {
      var stored = work.commit(dsl -> tasks.inUse(dsl, work.scope(), split));
      var number = stored.stream().mapToLong(syllabus::number).max().orElse(-1) + 1;
      var count = stored.size();
      number = Math.max(number, tried.getOrDefault(split, 0L));
      for (long last = number + (long) wanted * ATTEMPTS_EACH;
          count < wanted && number < last && work.mayContinue();
          number++) {
        var lesson = syllabus.lesson(split, number);
        if (!workshop.isFutile(lesson.family()) && write(lesson)) {
          count++;
        }
        written.put(split, count);
        work.progress(
            "Writing tasks %s, %d of %d".formatted(purpose(split), count, wanted),
            written.values().stream().mapToInt(Integer::intValue).sum(),
            all);
      }
      written.put(split, count);
      tried.put(split, number);
    }

    private boolean write(Syllabus.Lesson lesson) throws InterruptedException {
      var written = workshop.write(lesson.family(), lesson.split(), lesson.episodeSeed());
      work.spend(Work.Resource.CALLS, workshop.takeCalls());
      return switch (written) {
        case Written.Kept kept -> keep(kept.task());
        case Written.Rejected(String family, String reason) -> reject(family, reason);
      };
    }

    private boolean keep(Task task) {
      if (!near.keep(task.family(), entities.of(task), task.request())) {
        return reject(task.family(), "it says what another task says");
      }
      kept.merge(task.family(), 1, Integer::sum);
      work.commit(
          dsl -> {
            tasks.insert(dsl, work.scope(), task);
            return task;
          });
      return true;
    }

    private boolean reject(String family, String reason) {
      rejected.merge(family + ": " + reason, 1, Integer::sum);
      return false;
    }
  }
}
