package io.autodidact.sample.inventory;

import io.autodidact.sample.inventory.http.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The description of the inventory's interface, written by hand as YAML and served as YAML and
 * JSON.
 */
final class OpenApiDocument {

  private OpenApiDocument() {}

  static List<Document> documents() {
    return List.of(
        new Document("/openapi.yaml", "application/yaml", OpenApiDocument::yaml),
        new Document("/openapi.json", "application/json", OpenApiDocument::json));
  }

  static String json() {
    return JsonMapper.shared().writeValueAsString(YAMLMapper.shared().readTree(yaml()));
  }

  static String yaml() {
    try (InputStream resource =
        Optional.ofNullable(OpenApiDocument.class.getResourceAsStream("/openapi.yaml"))
            .orElseThrow(
                () -> new IllegalStateException("openapi.yaml is not on the class path."))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("Could not read openapi.yaml from the class path.", broken);
    }
  }
}
