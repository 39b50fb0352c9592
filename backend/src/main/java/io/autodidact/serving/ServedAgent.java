package io.autodidact.serving;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episodes;
import io.autodidact.context.AgentContext;
import io.autodidact.engine.Sampler;
import io.autodidact.release.Release;
import io.autodidact.rollout.Limits;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A release put to work. */
record ServedAgent(
    Release release,
    Software software,
    AgentContext context,
    SnapshotLessons lessons,
    Sampler sampler) {
  private static final Duration TIME = Duration.ofMinutes(2);

  /**
   * The tenant's live software.
   *
   * @param usable what may be called; the destructive operations among it only with approval
   */
  record Software(Episodes episodes, Catalogue usable) {}

  String name() {
    return release.manifest().agent() + "@v" + release.version();
  }

  /** How far it may go: as it was examined. */
  Limits limits() {
    var small = Limits.SMALL;
    return new Limits(
        sampling().path("steps").asInt(small.steps()),
        sampling().path("tokens").asInt(small.tokens()),
        sampling().path("turnTokens").asInt(small.turnTokens()),
        TIME);
  }

  double temperature() {
    return sampling().path("temperature").asDouble(0);
  }

  private JsonNode sampling() {
    return release.manifest().sampling();
  }
}
