package io.autodidact.sample.inventory.http;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A file that is served as it is, made when it is asked for.
 *
 * @param path where: {@code /openapi.yaml}
 */
public record Document(String path, String mediaType, Supplier<String> text) {

  byte[] bytes() {
    return text.get().getBytes(StandardCharsets.UTF_8);
  }
}
