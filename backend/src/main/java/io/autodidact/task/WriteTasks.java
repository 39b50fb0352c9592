package io.autodidact.task;

import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.exploration.Exploration;
import io.autodidact.goal.GoalData;
import io.autodidact.job.Work;
import io.autodidact.task.TaskWorkshop.Written;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Writes the tasks a run begins with: the exam first, then validation, then the first lessons.
 * Picked up again, it goes on behind the tasks it stored.
 */
@Component
public class WriteTasks {
  /** A family that never yielded a task in so many attempts is left alone. */
  private static final int PATIENCE = 3;

  /** Attempts for each task wanted, before the run is content with fewer. */
  private static final int ATTEMPTS_EACH = 6;

  private final TaskRepository tasks;

  public WriteTasks(TaskRepository tasks) {
    this.tasks = tasks;
  }

  /**
   * What was written.
   *
   * @param kept by family
   * @param rejected how often for which reason
   */
  public record Report(
      int families,
      Set<String> examOnly,
      Map<String, Integer> kept,
      Map<String, Integer> rejected) {}

  /**
   * Writes what is still missing.
   *
   * @throws io.autodidact.connector.ConnectorException if the software can not be used
   */
  public Report write(
      Work work, Episodes episodes, Exploration exploration, Wanted wanted, TaskSettings settings)
      throws InterruptedException {
    var counted = new CountedEpisodes(episodes);
    var workshop = TaskWorkshop.open(counted, exploration, wanted.allowed(), settings.seed());
    var syllabus = new Syllabus(wanted.families(workshop), settings.examOnly(), settings.seed());
    int all = settings.exam() + settings.validation() + settings.train();
    var writing = new Writing(work, workshop, syllabus, counted, all);
    writing.fill(Split.EXAM, settings.exam());
    writing.fill(Split.VALIDATION, settings.validation());
    writing.fill(Split.TRAIN, settings.train());
    var report =
        new Report(workshop.families().size(), syllabus.examOnly(), writing.kept, writing.rejected);
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
      return new GoalAffinity(workshop.catalogue(), goals).wanted(workshop.families());
    }
  }

  private final class Writing {
    private final Work work;
    private final TaskWorkshop workshop;
    private final Syllabus syllabus;
    private final CountedEpisodes episodes;
    private final int all;
    private int before;
    private final NearDuplicates near = new NearDuplicates();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<String> proven = new HashSet<>();
    private final Map<String, Integer> kept = new TreeMap<>();
    private final Map<String, Integer> rejected = new TreeMap<>();

    /**
     * @param all how many tasks are wanted of every split together
     */
    Writing(
        Work work, TaskWorkshop workshop, Syllabus syllabus, CountedEpisodes episodes, int all) {
      this.work = work;
      this.workshop = workshop;
      this.syllabus = syllabus;
      this.episodes = episodes;
      this.all = all;
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
      stored.forEach(task -> kept.merge(task.family(), 1, Integer::sum));
      for (long last = number + (long) wanted * ATTEMPTS_EACH;
          count < wanted && number < last && work.mayContinue();
          number++) {
        var lesson = syllabus.lesson(split, number);
        if (mayYield(lesson.family()) && write(lesson)) {
          count++;
        }
        work.progress(
            "Writing tasks %s, %d of %d".formatted(purpose(split), count, wanted),
            before + count,
            all);
      }
      before += wanted;
    }

    private boolean mayYield(TaskFamily family) {
      return proven.contains(family.name()) || failures.getOrDefault(family.name(), 0) < PATIENCE;
    }

    private boolean write(Syllabus.Lesson lesson) throws InterruptedException {
      var written = workshop.write(lesson.family(), lesson.split(), lesson.episodeSeed());
      work.spend(Work.Resource.CALLS, episodes.takeCalls());
      return switch (written) {
        case Written.Kept(Task task, List<String> about) -> keep(task, about);
        case Written.Rejected(String family, String reason) -> reject(family, reason);
      };
    }

    private boolean keep(Task task, List<String> about) {
      if (!near.keep(task.family(), about, task.request())) {
        return reject(task.family(), "it says what another task says");
      }
      proven.add(task.family());
      kept.merge(task.family(), 1, Integer::sum);
      work.commit(
          dsl -> {
            tasks.insert(dsl, work.scope(), task);
            return task;
          });
      return true;
    }

    private boolean reject(String family, String reason) {
      failures.merge(family, 1, Integer::sum);
      rejected.merge(family + ": " + reason, 1, Integer::sum);
      return false;
    }
  }
}
