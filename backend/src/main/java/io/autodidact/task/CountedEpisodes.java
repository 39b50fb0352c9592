package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Outcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Episodes that count the calls made in them. */
final class CountedEpisodes implements Episodes {
  private final Episodes episodes;
  private final AtomicLong calls = new AtomicLong();

  CountedEpisodes(Episodes episodes) {
    this.episodes = episodes;
  }

  /** Calls since this was asked last. */
  long takeCalls() {
    return calls.getAndSet(0);
  }

  @Override
  public Catalogue operations() {
    return episodes.operations();
  }

  @Override
  public Episode open(long seed) throws InterruptedException {
    return new Counted(episodes.open(seed));
  }

  @Override
  public Episode live() {
    return new Counted(episodes.live());
  }

  private final class Counted implements Episode {
    private final Episode episode;

    Counted(Episode episode) {
      this.episode = episode;
    }

    @Override
    public Map<String, JsonNode> variables() {
      return episode.variables();
    }

    @Override
    public Outcome act(Call call) throws InterruptedException {
      calls.incrementAndGet();
      return episode.act(call);
    }

    @Override
    public void close() {
      episode.close();
    }
  }
}
