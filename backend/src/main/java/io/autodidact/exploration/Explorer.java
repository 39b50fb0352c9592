package io.autodidact.exploration;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Makes one call after the other and learns from each; knows neither budget nor database. */
public final class Explorer {
  private static final int LOOK_AT = 12;
  private static final int TRIES = 3;
  private static final long EPISODE_STRIDE = 1_000_003;

  private final Catalogue catalogue;
  private final Predicate<Operation> allowed;
  private final ExploreSettings settings;
  private final Knowledge knowledge;
  private final OperationChoice choice;
  private final Access access;
  private int sinceNew;

  Explorer(
      Catalogue catalogue,
      Predicate<Operation> allowed,
      Affinity affinity,
      ExploreSettings settings) {
    this(catalogue, allowed, affinity, settings, new Access(Access.PATIENCE));
  }

  Explorer(
      Catalogue catalogue,
      Predicate<Operation> allowed,
      Affinity affinity,
      ExploreSettings settings,
      Access access) {
    this.catalogue = catalogue;
    this.allowed = allowed;
    this.settings = settings;
    this.access = access;
    this.knowledge = new Knowledge(catalogue);
    var signatures =
        catalogue.operations().stream()
            .filter(allowed)
            .map(operation -> knowledge.signature(operation.name()))
            .toList();
    this.choice =
        switch (settings.strategy()) {
          case GUIDED ->
              new GuidedChoice(knowledge, signatures, affinity, settings.callsPerEpisode());
          case RANDOM -> new RandomChoice(signatures);
        };
  }

  /** Explores in one go, keeping nothing but what it returns. */
  public static Exploration explore(
      Episodes episodes, Predicate<Operation> allowed, Affinity affinity, ExploreSettings settings)
      throws InterruptedException {
    var explorer = new Explorer(episodes.operations(), allowed, affinity, settings);
    for (long number = 0; explorer.calls() < settings.maxCalls() && !explorer.isFlat(); number++) {
      var seed = explorer.episodeSeed(number);
      try (var episode = episodes.open(seed)) {
        var situation = explorer.begin(episode);
        while (!explorer.isUsedUp(situation) && explorer.calls() < settings.maxCalls()) {
          explorer.step(episode, situation, seed);
        }
      }
    }
    return explorer.conclude();
  }

  /** Seeds of the episodes of one exploration differ, and from those of another. */
  long episodeSeed(long number) {
    return settings.seed() * EPISODE_STRIDE + number;
  }

  /** Learns from calls made before, as if they were made now. */
  void replay(List<Transition> transitions) {
    transitions.forEach(
        transition -> {
          noteNews(transition);
          knowledge.learn(transition);
        });
  }

  Situation begin(Episode episode) {
    return new Situation(episode.variables());
  }

  /**
   * Chooses a call, makes it, and learns from what comes back.
   *
   * @throws io.autodidact.connector.ConnectorException if the software lets nobody in any more
   */
  Transition step(Episode episode, Situation situation, long episodeSeed)
      throws InterruptedException {
    var seq = knowledge.transitions().size();
    var random = new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + seq);
    var filled = next(situation, random);
    var outcome = access.act(episode, filled.call(), situation.lastRead());
    var transition = new Transition(seq, episodeSeed, filled.call(), filled.provenance(), outcome);
    noteNews(transition);
    knowledge.learn(transition, filled.plan());
    situation.learn(transition, knowledge.signature(filled.call().operation()));
    return transition;
  }

  private void noteNews(Transition transition) {
    var isNew =
        transition.outcome().succeeded()
            && !knowledge.history(transition.call().operation()).reached();
    sinceNew = isNew ? 0 : sinceNew + 1;
  }

  /** The best operation for which there is a call that was not refused already. */
  private Filled next(Situation situation, SplittableRandom random) {
    var order = choice.order(situation, random);
    var filler = new ArgumentFiller(knowledge, situation, random);
    for (var signature : order.subList(0, Math.min(LOOK_AT, order.size()))) {
      for (int i = 0; i < TRIES; i++) {
        var filled = filler.fill(signature);
        if (!situation.wasRefused(signature.name(), filled.call().arguments())) {
          return filled;
        }
      }
    }
    return filler.fill(order.getFirst());
  }

  /** Whether for a long time nothing new was reached. */
  boolean isFlat() {
    return sinceNew >= settings.flatAfter();
  }

  /** Whether so much was done in the episode that a fresh one is better. */
  boolean isUsedUp(Situation situation) {
    return situation.calls() >= settings.callsPerEpisode();
  }

  boolean hasOperations() {
    return catalogue.operations().stream().anyMatch(allowed);
  }

  int calls() {
    return knowledge.transitions().size();
  }

  Exploration conclude() {
    return new Exploration(
        knowledge.transitions(),
        knowledge.flows(),
        CoverageReport.of(catalogue, allowed, knowledge),
        knowledge.findings());
  }
}
