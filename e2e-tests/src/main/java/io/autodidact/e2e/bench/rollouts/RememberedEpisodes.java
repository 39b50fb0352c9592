package io.autodidact.e2e.bench.rollouts;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Real software the first time an episode of a seed is opened; after that its answers from memory,
 * so that the software costs next to nothing. Calls must come in the same order again.
 */
final class RememberedEpisodes implements Episodes {
  private final Episodes software;
  private final Map<Long, List<Answer>> memory = new ConcurrentHashMap<>();

  RememberedEpisodes(Episodes software) {
    this.software = software;
  }

  private record Answer(Call call, Outcome outcome) {}

  @Override
  public Catalogue operations() {
    return software.operations();
  }

  @Override
  public Episode open(long seed) throws InterruptedException {
    var known = Optional.ofNullable(memory.get(seed));
    return known.isPresent()
        ? new Replayed(known.get().iterator())
        : new Recorded(seed, software.open(seed), new ArrayList<>());
  }

  @Override
  public Episode live() {
    return software.live();
  }

  private final class Recorded implements Episode {
    private final long seed;
    private final Episode episode;
    private final List<Answer> answers;

    Recorded(long seed, Episode episode, List<Answer> answers) {
      this.seed = seed;
      this.episode = episode;
      this.answers = answers;
    }

    @Override
    public Map<String, JsonNode> variables() {
      return episode.variables();
    }

    @Override
    public Outcome act(Call call) throws InterruptedException {
      var outcome = episode.act(call);
      answers.add(new Answer(call, outcome));
      return outcome;
    }

    @Override
    public void close() {
      memory.put(seed, List.copyOf(answers));
      episode.close();
    }
  }

  private record Replayed(Iterator<Answer> answers) implements Episode {
    @Override
    public Map<String, JsonNode> variables() {
      return Map.of();
    }

    @Override
    public Outcome act(Call call) {
      var answer = answers.hasNext() ? Optional.of(answers.next()) : Optional.<Answer>empty();
      return answer
          .filter(known -> known.call().equals(call))
          .map(Answer::outcome)
          .orElseThrow(() -> new IllegalStateException("Another call than before: " + call));
    }

    @Override
    public void close() {}
  }
}
