package io.autodidact.engine;

/** A scripted engine as a process of its own: to be killed. */
final class ScriptedEngineProcess {
  private ScriptedEngineProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (var engine =
        new ScriptedEngine(
            (prompt, sample, seed) -> new int[] {2}, Integer.parseInt(arguments[0]))) {
      Thread.currentThread().join();
    }
  }
}
