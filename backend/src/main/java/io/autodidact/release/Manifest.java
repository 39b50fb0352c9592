package io.autodidact.release;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that makes an agent behave as it does, by name or by digest. It is what is signed.
 *
 * @param format of this manifest
 * @param version of the agent, from 1
 * @param createdAt ISO 8601, UTC
 * @param adapter the LoRA adapter: a tar of its PEFT directory
 * @param experience the lessons it recalls, one JSON object a line
 * @param context how its prompts are put together
 * @param prompts the fixed texts of its prompts
 * @param sampling how it is sampled
 * @param exam the report of the exam it sat
 * @param signedBy id of the key
 */
public record Manifest(
    String format,
    String agent,
    int version,
    String createdAt,
    String baseModel,
    Part adapter,
    String catalogueDigest,
    Part experience,
    JsonNode context,
    JsonNode prompts,
    JsonNode sampling,
    Part exam,
    Lineage lineage,
    String signedBy) {
  /** The format that this code writes. */
  public static final String FORMAT = "autodidact-release/1";

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A file of the bundle. */
  public record Part(Digest digest, long bytes) {
    static Part of(byte[] content) {
      return new Part(Digest.of(content), content.length);
    }
  }

  /**
   * Where it came from.
   *
   * @param tasksDigest of the tasks it learned from
   * @param codeVersion of Autodidact
   */
  public record Lineage(UUID learningRun, String tasksDigest, String codeVersion) {}

  /** The bytes that are signed. */
  byte[] canonical() {
    return CanonicalJson.bytes(JSON.valueToTree(this));
  }

  /**
   * @throws tools.jackson.core.JacksonException if it is no manifest
   */
  static Manifest parse(byte[] bytes) {
    return JSON.readValue(bytes, Manifest.class);
  }
}
