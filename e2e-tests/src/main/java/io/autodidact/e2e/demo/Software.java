package io.autodidact.e2e.demo;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** A running piece of software to learn, and how a person would register it. */
interface Software extends AutoCloseable {
  /** The body of {@code POST /api/v1/environments}. */
  JsonNode environment() throws IOException;

  /** Bodies for {@code POST /api/v1/environments/{id}/goals}. */
  JsonNode goals();

  /** Stores what the environment's settings name as secrets. */
  void storeSecrets(ApiClient api) throws InterruptedException;

  @Override
  void close();
}
