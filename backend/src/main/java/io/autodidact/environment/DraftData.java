package io.autodidact.environment;

import tools.jackson.databind.JsonNode;

/**
 * What somebody has entered of a connection so far; empty texts are not entered yet.
 *
 * @param documentName of the file that was uploaded; empty where it was pasted or has an address
 * @param documentUrl where the document is fetched; empty where the draft keeps the document itself
 * @param recipe which way to a fresh state was chosen, by its name
 */
public record DraftData(
    String name,
    String documentName,
    String documentUrl,
    String baseUrl,
    Access access,
    SafetyPolicy policy,
    String recipe,
    JsonNode lifecycle) {
  /** The same under another name. */
  public DraftData named(String other) {
    return new DraftData(
        other, documentName, documentUrl, baseUrl, access, policy, recipe, lifecycle);
  }

  /** The same with a document and an address to call. */
  public DraftData describedBy(String file, String url, String base) {
    return new DraftData(name, file, url, base, access, policy, recipe, lifecycle);
  }

  public DraftData with(Access other) {
    return new DraftData(
        name, documentName, documentUrl, baseUrl, other, policy, recipe, lifecycle);
  }

  public DraftData with(SafetyPolicy other) {
    return new DraftData(
        name, documentName, documentUrl, baseUrl, access, other, recipe, lifecycle);
  }

  /** The same with another way to a fresh state. */
  public DraftData startingFresh(String chosen, JsonNode by) {
    return new DraftData(name, documentName, documentUrl, baseUrl, access, policy, chosen, by);
  }
}
