package io.autodidact.task;

import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.task.Checks.Difference;
import io.autodidact.task.TaskFamily.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Makes checks by doing: carries a plan out in two fresh episodes of one seed. What differs between
 * the two is masked, what differs between before and after in both is expected. A third episode
 * proves that doing nothing fails the checks and that the plan passes them; for training tasks of a
 * family that has proven itself the two are enough.
 */
final class MakeChecks {
  private static final String UNSEEN_VALUE = "a value of the request can not be seen in the state";
  private static final String UNSEEN_CHANGE = "the change can not be seen";

  private final Episodes episodes;
  private final Domain domain;
  private final Proof proof;

  MakeChecks(Episodes episodes, Domain domain, Proof proof) {
    this.episodes = episodes;
    this.domain = domain;
    this.proof = proof;
  }

  /** How many replays the checks must agree with. */
  enum Proof {
    TWO_REPLAYS,
    THREE_REPLAYS
  }

  /** Checks, or why there are none. */
  sealed interface Made {
    /**
     * Checks that the plan passes.
     *
     * @param replay what happened when the plan was first carried out
     */
    record Good(Checks checks, PlanReplay replay) implements Made {}

    /**
     * Why there are none, and what may help.
     *
     * @param unseen arguments whose values the state did not show, see {@link UnseenValues}
     */
    record Bad(String reason, Remedy remedy, Set<String> unseen) implements Made {
      Bad(String reason, Remedy remedy) {
        this(reason, remedy, Set.of());
      }
    }
  }

  /** What may help where a draft came to nothing. */
  enum Remedy {
    NONE,
    /** Other entities or values, in the same episode: nothing has changed in it. */
    DRAW_AGAIN,
    /** Other entities or values, in a fresh episode. */
    OPEN_AGAIN
  }

  private record Attempt(PlanReplay replay, Evidence evidence) {}

  /**
   * @param episode of that seed, in which nothing has been changed yet; the first replay uses it
   */
  Made of(Draft draft, long seed, Episode episode) throws InterruptedException {
    var plan = draft.plan();
    var blank =
        new Checks(
            new ChooseProbes(domain, draft).probes(),
            domain.watches(),
            domain.lists(),
            List.of(),
            Set.of(),
            List.of());
    var one = attempt(plan, blank, episode);
    var early = firstLook(draft, one, blank);
    if (early.isPresent()) {
      return early.get();
    }
    var other = attemptAfresh(plan, blank, seed);
    if (!other.replay().succeeded()) {
      return new Made.Bad("the second replay failed", Remedy.NONE);
    }
    var masked = one.evidence().unstableAgainst(other.evidence(), blank);
    var masking =
        new Checks(
            blank.probes(),
            blank.watches(),
            blank.lists(),
            List.of(),
            masked,
            one.replay().answer());
    var changes = one.evidence().changes(masking);
    var problem = problem(draft, one, other, changes, other.evidence().changes(masking));
    if (problem.isPresent()) {
      return new Made.Bad(problem.get(), Remedy.NONE);
    }
    var checks = with(masking, changes);
    var disproof =
        proof == Proof.TWO_REPLAYS ? Optional.<String>empty() : disproof(plan, checks, seed);
    return disproof
        .<Made>map(why -> new Made.Bad(why, Remedy.NONE))
        .orElseGet(() -> new Made.Good(checks, one.replay()));
  }

  /** What is wrong already after one replay, before any other episode is opened. */
  private static Optional<Made.Bad> firstLook(Draft draft, Attempt one, Checks blank) {
    if (!one.replay().succeeded()) {
      return Optional.of(
          new Made.Bad(one.replay().problem().orElseThrow(), remedy(draft, one.replay())));
    }
    var changes = one.evidence().changes(blank);
    var unseen = UnseenValues.of(draft, changes);
    if (!unseen.isEmpty()) {
      return Optional.of(new Made.Bad(UNSEEN_VALUE, Remedy.NONE, unseen));
    }
    return writes(draft) && changes.isEmpty()
        ? Optional.of(new Made.Bad(UNSEEN_CHANGE, Remedy.NONE))
        : Optional.empty();
  }

  private static boolean writes(Draft draft) {
    return draft.family().parts().stream().anyMatch(Change.class::isInstance);
  }

  private static Optional<String> problem(
      Draft draft, Attempt one, Attempt other, List<Difference> changes, List<Difference> again) {
    var asks = !draft.plan().answer().isEmpty();
    boolean writes = writes(draft);
    if (!one.replay().answer().equals(other.replay().answer())) {
      return Optional.of("the answer is another one in an equal episode");
    }
    if (!same(changes, again)) {
      return Optional.of("the effect is another one in an equal episode");
    }
    if (writes && changes.isEmpty()) {
      return Optional.of(UNSEEN_CHANGE);
    }
    if (!UnseenValues.of(draft, changes).isEmpty()) {
      return Optional.of(UNSEEN_VALUE);
    }
    if (draft.framing() instanceof Framing.OfEach each && !each.touchesAll(changes)) {
      return Optional.of(UNSEEN_CHANGE);
    }
    if (asks && !writes && !changes.isEmpty()) {
      return Optional.of("asking changes something");
    }
    return Optional.empty();
  }

  private static boolean same(List<Difference> changes, List<Difference> again) {
    return changes.size() == again.size()
        && changes.stream()
            .allMatch(
                change ->
                    again.stream()
                        .anyMatch(
                            other ->
                                change.place().equals(other.place())
                                    && Values.same(change.after(), other.after())));
  }

  private static Checks with(Checks checks, List<Difference> expected) {
    return new Checks(
        checks.probes(),
        checks.watches(),
        checks.lists(),
        expected,
        checks.masked(),
        checks.answer());
  }

  private Optional<String> disproof(Plan plan, Checks checks, long seed)
      throws InterruptedException {
    try (Episode episode = episodes.open(seed)) {
      var check = ReplayCheck.begin(episode, checks);
      if (check.judge(NullNode.getInstance()).reward() > 0) {
        return Optional.of("doing nothing passes the checks");
      }
      var replay = PlanReplay.of(plan, check.episode());
      var judgement = check.judge(answer(replay.answer()));
      return judgement.reward() == 1
          ? Optional.empty()
          : Optional.of("the plan does not pass its own checks: " + judgement.unexpected());
    }
  }

  /** The answer as the agent would give it. */
  static JsonNode answer(List<JsonNode> values) {
    return switch (values.size()) {
      case 0 -> NullNode.getInstance();
      case 1 -> values.getFirst();
      default -> {
        var array = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        yield array;
      }
    };
  }

  private static Remedy remedy(Draft draft, PlanReplay replay) {
    var changed =
        replay.steps().stream()
            .filter(done -> done.outcome().succeeded())
            .anyMatch(done -> draft.changes(done.call().operation()));
    return changed ? Remedy.OPEN_AGAIN : Remedy.DRAW_AGAIN;
  }

  private Attempt attemptAfresh(Plan plan, Checks checks, long seed) throws InterruptedException {
    try (Episode episode = episodes.open(seed)) {
      return attempt(plan, checks, episode);
    }
  }

  private static Attempt attempt(Plan plan, Checks checks, Episode episode)
      throws InterruptedException {
    var check = ReplayCheck.begin(episode, checks);
    var replay = PlanReplay.of(plan, check.episode());
    return new Attempt(
        replay, replay.succeeded() ? check.evidence() : new Evidence(List.of(), List.of()));
  }
}
