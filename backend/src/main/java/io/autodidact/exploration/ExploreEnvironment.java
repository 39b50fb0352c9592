package io.autodidact.exploration;

import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.job.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Finds out what a piece of software can do and which values flow where, by using it in episode
 * after episode. Resumable: calls are committed in small batches, and what they taught is learned
 * again from the stored ones.
 */
@Component
public class ExploreEnvironment {
  private static final int BATCH = 10;

  private final ExplorationRepository explorations;

  public ExploreEnvironment(ExplorationRepository explorations) {
    this.explorations = explorations;
  }

  /**
   * Explores until the budget ends, the settings' calls are made or nothing new comes up.
   *
   * @param allowed the safety policy; what it forbids is never called. Whoever calls leaves out
   *     {@code DESTRUCTIVE} operations where episodes do not start fresh
   * @param affinity of operations to the goals
   * @throws InterruptedException if the run was cancelled; what was committed stays
   */
  public Exploration explore(
      Work work,
      Episodes episodes,
      Predicate<Operation> allowed,
      Affinity affinity,
      ExploreSettings settings)
      throws InterruptedException {
    var explorer = new Explorer(episodes.operations(), allowed, affinity, settings);
    var stored = work.commit(dsl -> explorations.transitions(dsl, work.scope()));
    explorer.replay(stored);
    var episode = stored.stream().mapToLong(Transition::episodeSeed).distinct().count();
    while (mayGoOn(work, explorer, settings)) {
      runEpisode(work, episodes, explorer, settings, explorer.episodeSeed(episode++));
    }
    var exploration = explorer.conclude();
    work.commit(
        dsl -> {
          explorations.conclude(dsl, work.scope(), exploration);
          return exploration;
        });
    return exploration;
  }

  private static boolean mayGoOn(Work work, Explorer explorer, ExploreSettings settings)
      throws InterruptedException {
    return explorer.hasOperations()
        && explorer.calls() < settings.maxCalls()
        && !explorer.isFlat()
        && work.mayContinue();
  }

  private void runEpisode(
      Work work, Episodes episodes, Explorer explorer, ExploreSettings settings, long seed)
      throws InterruptedException {
    try (var episode = episodes.open(seed)) {
      var situation = explorer.begin(episode);
      var batch = new ArrayList<Transition>();
      while (!explorer.isUsedUp(situation) && mayGoOn(work, explorer, settings)) {
        batch.add(explorer.step(episode, situation, seed));
        work.spend(Work.Resource.CALLS, 1);
        if (batch.size() == BATCH) {
          commit(work, batch);
          work.progress(
              "Exploring, %d calls made".formatted(explorer.calls()),
              explorer.calls(),
              settings.maxCalls());
        }
      }
      commit(work, batch);
    }
  }

  private void commit(Work work, List<Transition> batch) {
    if (!batch.isEmpty()) {
      work.commit(
          dsl -> {
            explorations.add(dsl, work.scope(), batch);
            return batch.size();
          });
      batch.clear();
    }
  }
}
