package io.autodidact.serving;

import io.autodidact.api.OnRole;
import io.autodidact.api.OpenAiError;
import io.autodidact.api.Role;
import io.autodidact.connector.ConnectorException;
import io.autodidact.engine.EngineException;
import io.autodidact.serving.ChatCompletion.Chunk;
import io.autodidact.serving.ChatCompletion.Delta;
import io.autodidact.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Released agents in OpenAI's shape. */
@RestController
@OnRole(Role.API)
@RequestMapping("/v1")
class ChatApi {
  private final ChooseRelease releases;
  private final PutToWork putToWork;
  private final AnswerChat chat;
  private final RateLimit rateLimit;
  private final Output output;

  /** How answers leave. */
  record Output(JsonMapper json, Clock clock) {
    void send(HttpServletResponse response, Object chunk) throws IOException {
      write(response, json.writeValueAsString(chunk));
    }

    static void write(HttpServletResponse response, String data) throws IOException {
      var out = response.getOutputStream();
      out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  ChatApi(
      ChooseRelease releases,
      PutToWork putToWork,
      AnswerChat chat,
      RateLimit rateLimit,
      Output output) {
    this.releases = releases;
    this.putToWork = putToWork;
    this.chat = chat;
    this.rateLimit = rateLimit;
    this.output = output;
  }

  /** One name for a release. */
  record Model(String id, String object, long created, String owned_by, String digest) {}

  /** All of them. */
  record Models(String object, List<Model> data) {}

  @Operation(summary = "List the models: agents by alias and by version")
  @GetMapping("/models")
  Models models(@AuthenticationPrincipal Caller caller) {
    var models =
        releases.names(caller.tenant()).stream()
            .map(
                named ->
                    new Model(
                        named.name(),
                        "model",
                        Instant.parse(named.release().manifest().createdAt()).getEpochSecond(),
                        "autodidact",
                        named.release().digest().hex()))
            .toList();
    return new Models("list", models);
  }

  /** Null where the answer was streamed: then there is nothing left to write. */
  @Operation(summary = "Have a released agent do something on the live software")
  @PostMapping("/chat/completions")
  @Nullable ChatCompletion complete(
      @AuthenticationPrincipal Caller caller,
      @RequestBody ChatRequest request,
      HttpServletResponse response)
      throws InterruptedException, IOException {
    rateLimit
        .take(caller.id())
        .ifPresent(
            wait -> {
              throw new TooManyRequests(wait);
            });
    var wanted = request.lastRequest();
    var release = releases.choose(caller.tenant(), ModelName.parse(request.model()));
    var agent = putToWork.of(release);
    var id = "chatcmpl-" + UUID.randomUUID();
    if (!request.streams()) {
      return ChatCompletion.of(id, now(), chat.answer(agent, wanted));
    }
    stream(response, id, agent, wanted);
    return null;
  }

  private void stream(HttpServletResponse response, String id, ServedAgent agent, String wanted)
      throws InterruptedException, IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader("Cache-Control", "no-store");
    output.send(response, Chunk.saying(id, now(), agent.name(), new Delta("assistant", "")));
    try {
      say(response, id, agent, chat.answer(agent, wanted));
    } catch (EngineException | ConnectorException e) {
      output.send(response, OpenAiError.of(503, String.valueOf(e.getMessage())));
    }
    Output.write(response, "[DONE]");
  }

  private void say(HttpServletResponse response, String id, ServedAgent agent, Served served)
      throws IOException {
    for (var word : served.text().splitWithDelimiters("(?<=\\s)", 0)) {
      output.send(response, Chunk.saying(id, now(), agent.name(), new Delta(null, word)));
    }
    output.send(response, Chunk.last(id, now(), served));
  }

  private Instant now() {
    return output.clock().instant();
  }
}
