package io.autodidact.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.ExploreSettings.Strategy;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ExplorerTest {
  private static final Predicate<Operation> NO_FIRE = o -> !o.name().equals("burn_down");
  private static final int SEEDS = 20;

  private final Library library = new Library();

  private Exploration explore(Strategy strategy, int calls, long seed) throws InterruptedException {
    var settings = new ExploreSettings(calls, 60, 1000, seed, strategy);
    var explorer =
        new Explorer(library.operations(), NO_FIRE, new WordAffinity(List.of()), settings);
    for (long episode = 0; explorer.calls() < calls; episode++) {
      try (var open = library.open(seed * 1000 + episode)) {
        var situation = explorer.begin(open);
        while (!explorer.isUsedUp(situation) && explorer.calls() < calls) {
          explorer.step(open, situation, seed * 1000 + episode);
        }
      }
    }
    return explorer.conclude();
  }

  @Test
  void guidedExplorerReachesEverythingThatCanBeReachedWithinFortyCalls() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      var coverage = explore(Strategy.GUIDED, 40, seed).coverage();
      assertThat(coverage.reached()).as("seed %s: %s", seed, coverage).isEqualTo(11);
    }
  }

  @Test
  void guidedExplorerReachesMoreThanRandomChoice() throws Exception {
    long guided = 0;
    long random = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      guided += explore(Strategy.GUIDED, 20, seed).coverage().reached();
      random += explore(Strategy.RANDOM, 20, seed).coverage().reached();
    }
    assertThat(guided).isGreaterThan(random);
  }

  @Test
  void whatThePolicyForbidsIsNeverCalled() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      var coverage = explore(Strategy.GUIDED, 100, seed).coverage();
      assertThat(coverage.operations())
          .filteredOn(reach -> reach.operation().equals("burn_down"))
          .extracting(Coverage.Reach::state)
          .containsExactly(Coverage.State.FORBIDDEN);
    }
    assertThat(library.calls()).noneMatch(call -> call.operation().equals("burn_down"));
  }

  @Test
  void everyArgumentLeafSaysWhereItCameFromAndItIsThereInTheSameEpisode() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      var transitions = explore(Strategy.GUIDED, 150, seed).transitions();
      for (var transition : transitions) {
        var arguments = transition.call().arguments();
        for (var name : arguments.propertyNames()) {
          assertThat(transition.provenance()).containsKey("/" + name);
        }
        transition
            .provenance()
            .forEach(
                (pointer, provenance) -> {
                  if (provenance instanceof Provenance.Result(var seq, var path)) {
                    var origin = transitions.get(seq);
                    var body = ((Outcome.Succeeded) origin.outcome()).body();
                    assertThat(seq).isLessThan(transition.seq());
                    assertThat(origin.episodeSeed()).isEqualTo(transition.episodeSeed());
                    assertThat(body.at(path)).isEqualTo(arguments.at(pointer));
                  }
                });
      }
    }
  }

  @Test
  void valuesOfOneObjectStayTogether() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(explore(Strategy.GUIDED, 60, seed).transitions())
          .filteredOn(t -> t.call().operation().equals("get_book"))
          .isNotEmpty()
          .noneMatch(t -> t.outcome().toString().contains("Not on this shelf"));
    }
  }

  @Test
  void aRefusalThatNamesWhatWasMissingIsLearnedFromAndReported() throws Exception {
    var exploration = explore(Strategy.GUIDED, 40, 3);
    var books =
        exploration.transitions().stream()
            .filter(t -> t.call().operation().equals("create_book"))
            .filter(t -> !t.outcome().succeeded())
            .count();
    assertThat(books).isLessThanOrEqualTo(1);
  }

  @Test
  void serverErrorsAreFindingsAndCoverageSaysWhy() throws Exception {
    var exploration = explore(Strategy.GUIDED, 60, 4);
    assertThat(exploration.findings())
        .anyMatch(
            f -> f.kind() == Finding.Kind.SERVER_ERROR && f.operation().equals("print_report"));
    assertThat(exploration.coverage().operations())
        .filteredOn(reach -> reach.operation().equals("print_report"))
        .allMatch(reach -> reach.reason().contains("Out of paper"));
  }

  @Test
  void flowsThatASuccessProvedNameTheCallThatProvedThem() throws Exception {
    var exploration = explore(Strategy.GUIDED, 60, 5);
    var proved = new HashSet<String>();
    for (var flow : exploration.flows()) {
      flow.confirmedBy()
          .ifPresent(
              seq -> {
                var transition = exploration.transitions().get(seq);
                assertThat(transition.call().operation()).isEqualTo(flow.consumer());
                assertThat(transition.outcome().succeeded()).isTrue();
                proved.add(flow.producer() + flow.resultPath() + ">" + flow.consumer());
              });
    }
    assertThat(proved).contains("list_shelves/*/id>get_shelf");
  }

  @Test
  void theSameSeedExploresTheSameWay() throws Exception {
    var one = explore(Strategy.GUIDED, 60, 6).transitions();
    var other = explore(Strategy.GUIDED, 60, 6).transitions();
    assertThat(one).isEqualTo(other);
  }

  @Test
  void whatWasLearnedIsLearnedAgainFromStoredCalls() throws Exception {
    var before = explore(Strategy.GUIDED, 60, 7);
    var settings = new ExploreSettings(60, 60, 1000, 7, Strategy.GUIDED);
    var explorer =
        new Explorer(library.operations(), NO_FIRE, new WordAffinity(List.of()), settings);
    explorer.replay(before.transitions());
    assertThat(explorer.conclude()).isEqualTo(before);
  }
}
