package io.autodidact.e2e.bench.rollouts;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Outcome;
import io.autodidact.engine.SampledSequence;
import io.autodidact.engine.Sampler;
import io.autodidact.engine.SamplingSettings;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Takes the time of every step that is neither the engine's nor the software's: each attempt runs
 * on a thread of its own; a step goes from one answer of the engine to the next question, the last
 * one until the attempt is kept.
 */
final class Stopwatch {
  private final ThreadLocal<Step> steps = new ThreadLocal<>();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final Queue<Long> commits = new ConcurrentLinkedQueue<>();

  private static final class Step {
    private final long began = System.nanoTime();
    private long outside;
  }

  /** Own time of every step so far, in nanoseconds. */
  List<Long> nanos() {
    return List.copyOf(nanos);
  }

  /** How long keeping an attempt took, a part of its last step, in nanoseconds. */
  List<Long> commits() {
    return List.copyOf(commits);
  }

  private void end() {
    var step = steps.get();
    if (step != null) {
      nanos.add(System.nanoTime() - step.began - step.outside);
      steps.remove();
    }
  }

  private void begin() {
    steps.set(new Step());
  }

  /** Runs the last act of an attempt, which ends its last step. */
  <T> T keeping(Supplier<T> commit) {
    long began = System.nanoTime();
    try {
      return commit.get();
    } finally {
      commits.add(System.nanoTime() - began);
      end();
    }
  }

  Sampler timed(Sampler engine) {
    return (int[] prompt, int count, SamplingSettings settings) -> {
      end();
      List<SampledSequence> sampled = engine.sample(prompt, count, settings);
      if (count == 1) {
        begin();
      }
      return sampled;
    };
  }

  Episodes timed(Episodes episodes) {
    return new Episodes() {
      @Override
      public Catalogue operations() {
        return episodes.operations();
      }

      @Override
      public Episode open(long seed) throws InterruptedException {
        var episode = episodes.open(seed);
        begin();
        return new TimedEpisode(episode);
      }

      @Override
      public Episode live() {
        return episodes.live();
      }
    };
  }

  private final class TimedEpisode implements Episode {
    private final Episode episode;

    TimedEpisode(Episode episode) {
      this.episode = episode;
    }

    @Override
    public Map<String, JsonNode> variables() {
      return episode.variables();
    }

    @Override
    public Outcome act(Call call) throws InterruptedException {
      long began = System.nanoTime();
      try {
        return episode.act(call);
      } finally {
        addOutside(began);
      }
    }

    @Override
    public void close() {
      long began = System.nanoTime();
      episode.close();
      addOutside(began);
    }

    private void addOutside(long began) {
      var step = steps.get();
      if (step != null) {
        step.outside += System.nanoTime() - began;
      }
    }
  }
}
