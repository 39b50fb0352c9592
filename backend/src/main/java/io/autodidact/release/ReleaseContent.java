package io.autodidact.release;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What a learning run has to release.
 *
 * @param adapter tar of the PEFT directory
 * @param experience the lessons, one JSON object a line
 * @param behaviour how the agent is run
 */
public record ReleaseContent(
    Agent agent,
    String baseModel,
    byte[] adapter,
    byte[] experience,
    Behaviour behaviour,
    ExamReport exam,
    Origin origin) {
  /** The agent it is a version of. */
  public record Agent(String name, UUID environment) {}

  /** How prompts are put together, what they say, how answers are sampled. */
  public record Behaviour(JsonNode context, JsonNode prompts, JsonNode sampling) {}

  /** What it was made from, by digest or version. */
  public record Origin(String catalogueDigest, String tasksDigest, String codeVersion) {}
}
