package io.autodidact.connector.openapi;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.parser.converter.SwaggerConverter;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a text into an OpenAPI 3 document.
 *
 * <p>Version 3 is read as it is written, operation by operation, so that one that is wrong does not
 * stop the others, and so that no reference makes us open a file or an address. swagger-parser
 * converts version 2.0.
 */
final class DocumentReader {
  /** Of text; what software describes itself with more has to be split. */
  static final int MAX_BYTES = 50 << 20;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private DocumentReader() {}

  /**
   * @throws ConnectorException if the text is no OpenAPI document
   */
  static Document read(String text) {
    if (text.length() > MAX_BYTES) {
      throw wrong(
          "The OpenAPI document is larger than "
              + (MAX_BYTES >> 20)
              + " MB. Offer a document with fewer operations.");
    }
    try {
      return read(tree(text));
    } catch (StackOverflowError e) {
      throw wrong("The OpenAPI document is nested too deeply to be read.");
    }
  }

  private static Document read(JsonNode root) {
    var document = root.path("swagger").asString("").startsWith("2.") ? converted(root) : root;
    var version = document.path("openapi").asString("");
    if (!version.startsWith("3.")) {
      throw wrong(
          version.isEmpty()
              ? "This is not an OpenAPI document: it says neither openapi: 3.x nor swagger: 2.0."
              : "OpenAPI " + version + " is not known; 2.0, 3.0 and 3.1 are.");
    }
    if (!document.path("paths").isObject() || document.path("paths").isEmpty()) {
      throw wrong("The OpenAPI document has no paths, so there is nothing to call.");
    }
    return new Document(document);
  }

  private static JsonNode tree(String text) {
    var start = text.stripLeading();
    if (start.startsWith("\uFEFF")) {
      return tree(start.substring(1));
    }
    if (start.isEmpty()) {
      throw wrong("The OpenAPI document is empty.");
    }
    if (start.startsWith("<")) {
      throw wrong(
          start
                  .substring(0, Math.min(500, start.length()))
                  .toLowerCase(Locale.ROOT)
                  .contains("<html")
              ? "This is a web page, not an OpenAPI document. Give the address of the JSON or YAML"
                  + " file itself."
              : "This is XML, not an OpenAPI document. Give the JSON or YAML file.");
    }
    var root = start.startsWith("{") ? json(start) : yaml(start);
    if (!root.isObject()) {
      throw wrong("This is neither JSON nor YAML with OpenAPI in it: it has no fields.");
    }
    return root;
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw wrong(
          "The OpenAPI document is not valid JSON"
              + (e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr())
              + ": "
              + e.getOriginalMessage());
    }
  }

  private static JsonNode yaml(String text) {
    try {
      return YamlTree.read(text, MAX_BYTES);
    } catch (YAMLException e) {
      throw wrong("The OpenAPI document is neither JSON nor valid YAML: " + firstLines(e));
    }
  }

  private static JsonNode converted(JsonNode swagger) {
    var options = new ParseOptions();
    options.setResolve(false);
    try {
      var result = new SwaggerConverter().readContents(swagger.toString(), List.of(), options);
      if (result != null && result.getOpenAPI() != null) {
        return MAPPER.readTree(Json.mapper().writeValueAsString(result.getOpenAPI()));
      }
      throw wrong(
          "The Swagger 2.0 document can not be read: "
              + (result == null ? "it is not understood" : result.getMessages()));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw wrong("The Swagger 2.0 document can not be converted: " + firstLines(e));
    }
  }

  private static String firstLines(Exception e) {
    var message = String.valueOf(e.getMessage()).strip();
    return message.length() <= 300 ? message : message.substring(0, 300) + "…";
  }

  private static ConnectorException wrong(String problem) {
    return new ConnectorException(Fault.DESCRIPTION, problem);
  }
}
