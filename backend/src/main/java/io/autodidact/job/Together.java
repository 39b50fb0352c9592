package io.autodidact.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Does several things at once, each on a virtual thread. */
public final class Together {
  private Together() {}

  /**
   * Waits for all and answers their results, in order. The first failure, or an interrupt of the
   * caller, stops the others, is waited out and thrown.
   */
  public static <T> List<T> all(List<? extends Callable<T>> works) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var completion = new ExecutorCompletionService<T>(threads);
      var started = works.stream().map(completion::submit).toList();
      try {
        for (int i = 0; i < started.size(); i++) {
          completion.take().get();
        }
        var results = new ArrayList<T>();
        for (var one : started) {
          results.add(one.resultNow());
        }
        return results;
      } catch (InterruptedException e) {
        threads.shutdownNow();
        throw e;
      } catch (ExecutionException e) {
        threads.shutdownNow();
        throw cause(e);
      }
    }
  }

  private static RuntimeException cause(ExecutionException failure) throws InterruptedException {
    return switch (failure.getCause()) {
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(failure);
    };
  }
}
