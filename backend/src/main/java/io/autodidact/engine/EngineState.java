package io.autodidact.engine;

import java.time.Duration;

/** How the engine on this machine is doing. */
public sealed interface EngineState {
  /** It has been started and does not answer yet. */
  record Starting() implements EngineState {}

  /** It answers. */
  record Ready() implements EngineState {}

  /** It ended or hung, and is started again after a pause. */
  record Down(String reason, Duration pause) implements EngineState {}

  /** It was stopped on purpose. */
  record Stopped() implements EngineState {}

  /** For people. */
  default String inWords() {
    return switch (this) {
      case Starting() -> "The engine is starting: it loads the model, which takes some seconds.";
      case Ready() -> "The engine is ready.";
      case Down(String reason, Duration pause) ->
          "The engine is down and starts again in %d s. %s".formatted(pause.toSeconds(), reason);
      case Stopped() -> "The engine is stopped.";
    };
  }
}
