package io.autodidact.serving;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request in the shape of OpenAI's chat completions. The agent was trained on single requests: it
 * follows the last message of the user; earlier turns and settings of sampling are those of the
 * release.
 *
 * @param model {@code agent}, {@code agent@alias} or {@code agent@v3}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChatRequest(String model, List<Message> messages, Optional<Boolean> stream) {
  private static final int MOST_CHARACTERS = 4000;

  ChatRequest {
    messages = messages == null ? List.of() : List.copyOf(messages);
    if (model == null || model.isBlank()) {
      throw new IllegalArgumentException("Name the agent to call as 'model'.");
    }
  }

  /**
   * One message.
   *
   * @param content a text, or a list of parts of which those of type text count
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Message(String role, JsonNode content) {
    String text() {
      if (content == null || content.isNull()) {
        return "";
      }
      if (content.isArray()) {
        return String.join(
            "\n", content.valueStream().map(part -> part.path("text").asString("")).toList());
      }
      return content.asString("");
    }
  }

  /** What the agent is asked to do. */
  String lastRequest() {
    var text =
        messages.reversed().stream()
            .filter(message -> "user".equals(message.role()))
            .findFirst()
            .map(Message::text)
            .orElse("");
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "Say as the last message of the user, in 1 to 4,000 characters, what is to be done.");
    }
    return text;
  }

  boolean streams() {
    return stream.orElse(false);
  }
}
