package io.autodidact.context;

import io.autodidact.tenant.StoredJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** A real tokenizer of one token a byte, so that tests need no model. */
public final class ByteTokenizer {
  private ByteTokenizer() {}

  public static TextTokenizer create() {
    try {
      var file = file();
      var tokenizer = TextTokenizer.read(file);
      Files.delete(file);
      return tokenizer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, as a {@code tokenizer.json}. */
  public static Path file() throws IOException {
    var file = Files.createTempFile("byte-tokenizer", ".json");
    return Files.writeString(file, json().toString());
  }

  /** The tokenizer of the default model where it is installed. */
  public static Path installedModel() {
    var cache = System.getenv("AUTODIDACT_CACHE");
    var root =
        cache != null
            ? Path.of(cache)
            : Path.of(System.getProperty("user.home"), ".cache/autodidact");
    return root.resolve("engine/models/SmolLM2-135M-Instruct");
  }

  private static ObjectNode json() {
    var mapper = StoredJson.MAPPER;
    var root = mapper.createObjectNode().put("version", "1.0");
    var added = root.putArray("added_tokens");
    var vocabulary = mapper.createObjectNode();
    var specials = new String[] {"<|endoftext|>", "<|im_start|>", "<|im_end|>"};
    for (int id = 0; id < specials.length; id++) {
      vocabulary.put(specials[id], id);
      added
          .addObject()
          .put("id", id)
          .put("content", specials[id])
          .put("special", true)
          .put("single_word", false)
          .put("lstrip", false)
          .put("rstrip", false)
          .put("normalized", false);
    }
    int spare = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable = (value > 32 && value < 127) || (value > 160 && value != 173);
      vocabulary.put(String.valueOf((char) (printable ? value : spare++)), value + specials.length);
    }
    var byteLevel =
        "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":true}";
    root.set("pre_tokenizer", mapper.readTree(byteLevel));
    root.set("decoder", mapper.readTree(byteLevel));
    root.putObject("model")
        .put("type", "BPE")
        .put("byte_fallback", false)
        .set("vocab", vocabulary)
        .putArray("merges");
    return root;
  }
}
