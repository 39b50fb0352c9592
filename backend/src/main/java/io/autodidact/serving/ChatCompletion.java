package io.autodidact.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers in the shape of OpenAI's chat completions, whole or in chunks. */
record ChatCompletion(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    Served.Usage usage,
    Served.Account autodidact) {
  /** The one choice there is. */
  record Choice(int index, Message message, String finish_reason) {}

  /** What the agent says. */
  record Message(String role, String content) {}

  static ChatCompletion of(String id, Instant now, Served served) {
    return new ChatCompletion(
        id,
        "chat.completion",
        now.getEpochSecond(),
        served.autodidact().release(),
        List.of(new Choice(0, new Message("assistant", served.text()), served.reason())),
        served.usage(),
        served.autodidact());
  }

  /** A part of a streamed answer. */
  record Chunk(
      String id,
      String object,
      long created,
      String model,
      List<Part> choices,
      @JsonInclude(JsonInclude.Include.NON_NULL) Served.@Nullable Usage usage,
      @JsonInclude(JsonInclude.Include.NON_NULL) Served.@Nullable Account autodidact) {
    static Chunk saying(String id, Instant now, String model, Delta delta) {
      return new Chunk(
          id,
          "chat.completion.chunk",
          now.getEpochSecond(),
          model,
          List.of(new Part(0, delta, null)),
          null,
          null);
    }

    static Chunk last(String id, Instant now, Served served) {
      return new Chunk(
          id,
          "chat.completion.chunk",
          now.getEpochSecond(),
          served.autodidact().release(),
          List.of(new Part(0, new Delta(null, null), served.reason())),
          served.usage(),
          served.autodidact());
    }
  }

  /** Of a chunk. */
  record Part(int index, Delta delta, @Nullable String finish_reason) {}

  /** What is new in a chunk. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delta(@Nullable String role, @Nullable String content) {}
}
