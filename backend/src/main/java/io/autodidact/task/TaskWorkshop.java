package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.exploration.Exploration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Writes tasks of one environment, as many as are asked for: a family with another seed is another
 * task. Holds no state but what it learned of the software, and which families yield tasks.
 * Thread-safe.
 */
public final class TaskWorkshop {
  private static final int DRAWS = 8;
  private static final int ROUNDS = 3;

  /** Refused so often in the same words, a draft will not do with other entities either. */
  private static final int SAME = 3;

  private final CountedEpisodes episodes;
  private final Catalogue catalogue;
  private final Exploration exploration;
  private final Domain domain;
  private final List<TaskFamily> families;
  private final Yields yields = new Yields();

  private TaskWorkshop(
      CountedEpisodes episodes, Exploration exploration, Domain domain, List<TaskFamily> families) {
    this.episodes = episodes;
    this.catalogue = episodes.operations();
    this.exploration = exploration;
    this.domain = domain;
    this.families = List.copyOf(families);
  }

  /**
   * Learns the software's domain in two episodes and abstracts families from the exploration. Equal
   * arguments give equal families.
   *
   * @param allowed whether tasks may use an operation: not forbidden by the policy or the goals
   */
  public static TaskWorkshop open(
      Episodes software, Exploration exploration, Predicate<Operation> allowed, long seed)
      throws InterruptedException {
    var episodes = new CountedEpisodes(software);
    var domain = LearnDomain.from(episodes, exploration, seed);
    var writing = new WriteFamilies(episodes.operations(), domain, exploration);
    var families = new ArrayList<>(writing.changes(allowed));
    try (var episode = episodes.open(seed)) {
      families.addAll(writing.questions(allowed, episode));
      var distinctions = Distinctions.learn(episodes.operations(), domain, allowed, episode);
      var composing =
          new ComposeFamilies(families, domain, episodes.operations(), distinctions);
      return new TaskWorkshop(episodes, exploration, domain, composing.all());
    }
  }

  public List<TaskFamily> families() {
    return families;
  }

  /** Calls of the software since this was asked last. */
  public long takeCalls() {
    return episodes.takeCalls();
  }

  /** Whether the family yielded nothing so often that it is not worth another attempt. */
  public boolean isFutile(TaskFamily family) {
    return yields.isFutile(family);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  public Domain domain() {
    return domain;
  }

  /** The family of that name, if the workshop knows it. */
  public Optional<TaskFamily> family(String name) {
    return families.stream().filter(family -> family.name().equals(name)).findFirst();
  }

  /** What came of an attempt to write a task. */
  public sealed interface Written {
    /**
     * A task that proved itself.
     *
     * @param replay what happened when its plan was first carried out
     */
    record Kept(Task task, PlanReplay replay) implements Written {}

    /** Why there is no task, in plain words. */
    record Rejected(String family, String reason) implements Written {}
  }

  /**
   * Writes the task of a family that belongs to a seed, if the episode of that seed allows one.
   *
   * @throws io.autodidact.connector.ConnectorException if the software can not be used
   */
  public Written write(TaskFamily family, Split split, long seed) throws InterruptedException {
    var written = tried(family, split, seed);
    switch (written) {
      case Written.Kept _ -> yields.kept(family);
      case Written.Rejected _ -> yields.rejected(family);
    }
    return written;
  }

  /** Training tasks of a family that has proven itself need less proof. */
  private MakeChecks checksFor(TaskFamily family, Split split) {
    boolean trusted = split == Split.TRAIN && yields.isReliable(family);
    return new MakeChecks(
        episodes, domain, trusted ? MakeChecks.Proof.TWO_REPLAYS : MakeChecks.Proof.THREE_REPLAYS);
  }

  private Written tried(TaskFamily family, Split split, long seed) throws InterruptedException {
    var random = new SplittableRandom(seed * 31 + family.name().hashCode());
    var checks = checksFor(family, split);
    var reason = "the episode has not the entities it needs";
    int sameReason = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try (var episode = episodes.open(seed)) {
        var drawing = new DrawDraft(catalogue, domain, exploration, episode, random);
        var remedy = MakeChecks.Remedy.DRAW_AGAIN;
        for (int draw = 0;
            draw < DRAWS && sameReason < SAME && remedy == MakeChecks.Remedy.DRAW_AGAIN;
            draw++) {
          var draft = drawing.draw(family);
          if (draft.isEmpty()) {
            return new Written.Rejected(family.name(), reason);
          }
          switch (checks.of(draft.get(), seed, episode)) {
            case MakeChecks.Made.Good good -> {
              return kept(draft.get(), split, seed, good, random);
            }
            case MakeChecks.Made.Bad(
                    String why,
                    MakeChecks.Remedy remedied,
                    Set<String> unseen) -> {
              yields.unseen(unseen);
              sameReason = why.equals(reason) ? sameReason + 1 : 1;
              reason = why;
              remedy = remedied;
            }
          }
        }
        if (sameReason >= SAME || remedy != MakeChecks.Remedy.OPEN_AGAIN) {
          break;
        }
      }
    }
    return new Written.Rejected(family.name(), reason);
  }

  /**
   * A plan of that family for an open episode, not tried out: what somebody might do in it.
   *
   * @return empty if the episode has not the entities it needs
   */
  public Optional<Plan> plan(TaskFamily family, Episode episode, RandomGenerator random)
      throws InterruptedException {
    return new DrawDraft(catalogue, domain, exploration, episode, random)
        .draw(family)
        .map(Draft::plan);
  }

  /**
   * What somebody might ask for in an open episode, in plain words; not tried out, only reads.
   *
   * @return empty if the episode has not the entities it needs
   */
  public Optional<String> request(TaskFamily family, Episode episode, RandomGenerator random)
      throws InterruptedException {
    return new DrawDraft(catalogue, domain, exploration, episode, random)
        .draw(family)
        .map(draft -> new Realiser(catalogue, domain).request(draft, random));
  }

  private Written kept(
      Draft draft, Split split, long seed, MakeChecks.Made.Good made, SplittableRandom random) {
    var request = new Realiser(catalogue, domain).request(draft, random);
    var id = new TaskId(new UUID(random.nextLong(), random.nextLong()));
    var family = draft.family();
    var task =
        new Task(
            id,
            family.name(),
            family.difficulty(),
            split,
            request,
            seed,
            draft.plan(),
            made.checks());
    return new Written.Kept(task, made.replay());
  }
}
