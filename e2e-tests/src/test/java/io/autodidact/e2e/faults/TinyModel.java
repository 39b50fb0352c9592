package io.autodidact.e2e.faults;

import io.autodidact.e2e.CacheFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * A base model that knows nothing and computes in no time: the shape of a Llama with two narrow
 * layers and random weights, under the tokenizer of SmolLM2.
 */
final class TinyModel {
  private static final int HIDDEN = 64;
  private static final int INTERMEDIATE = 128;
  private static final int LAYERS = 2;
  private static final int VOCABULARY = 49152;
  private static final String TOKENIZER = "engine/models/SmolLM2-135M-Instruct/tokenizer.json";

  private TinyModel() {}

  /** Writes it as a model directory; answers what the product must be told to use it. */
  static List<String> write(Path directory) throws IOException {
    Files.createDirectories(directory);
    var tokenizer = directory.resolve("tokenizer.json");
    Files.copy(CacheFolder.path().resolve(TOKENIZER), tokenizer);
    JsonMapper.shared().writeValue(directory.resolve("config.json").toFile(), config());
    Files.write(directory.resolve("model.safetensors"), safetensors(shapes()));
    return List.of(
        "--autodidact.engine.base-model=" + directory,
        "--autodidact.engine.tokenizer=" + tokenizer);
  }

  private static Map<String, Object> config() {
    var config = new LinkedHashMap<String, Object>();
    config.put("model_type", "llama");
    config.put("hidden_size", HIDDEN);
    config.put("intermediate_size", INTERMEDIATE);
    config.put("num_hidden_layers", LAYERS);
    config.put("num_attention_heads", 4);
    config.put("num_key_value_heads", 2);
    config.put("head_dim", HIDDEN / 4);
    config.put("max_position_embeddings", 4096);
    config.put("rms_norm_eps", 1e-5);
    config.put("vocab_size", VOCABULARY);
    config.put("tie_word_embeddings", true);
    config.put("eos_token_id", 2);
    return config;
  }

  private static Map<String, int[]> shapes() {
    var shapes = new LinkedHashMap<String, int[]>();
    shapes.put("model.embed_tokens.weight", new int[] {VOCABULARY, HIDDEN});
    shapes.put("model.norm.weight", new int[] {HIDDEN});
    for (int i = 0; i < LAYERS; i++) {
      var layer = "model.layers." + i + ".";
      shapes.put(layer + "input_layernorm.weight", new int[] {HIDDEN});
      shapes.put(layer + "post_attention_layernorm.weight", new int[] {HIDDEN});
      shapes.put(layer + "self_attn.q_proj.weight", new int[] {HIDDEN, HIDDEN});
      shapes.put(layer + "self_attn.k_proj.weight", new int[] {HIDDEN / 2, HIDDEN});
      shapes.put(layer + "self_attn.v_proj.weight", new int[] {HIDDEN / 2, HIDDEN});
      shapes.put(layer + "self_attn.o_proj.weight", new int[] {HIDDEN, HIDDEN});
      shapes.put(layer + "mlp.gate_proj.weight", new int[] {INTERMEDIATE, HIDDEN});
      shapes.put(layer + "mlp.up_proj.weight", new int[] {INTERMEDIATE, HIDDEN});
      shapes.put(layer + "mlp.down_proj.weight", new int[] {HIDDEN, INTERMEDIATE});
    }
    return shapes;
  }

  /** The format: length of the header, header (JSON), data; little endian. */
  private static byte[] safetensors(Map<String, int[]> shapes) {
    var header = new LinkedHashMap<String, Object>();
    int end = 0;
    for (var shape : shapes.entrySet()) {
      int begin = end;
      end += size(shape.getValue()) * Float.BYTES;
      var data = new int[] {begin, end};
      header.put(
          shape.getKey(), Map.of("dtype", "F32", "shape", shape.getValue(), "data_offsets", data));
    }
    var json = JsonMapper.shared().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    var file = ByteBuffer.allocate(Long.BYTES + json.length + end).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    var random = new Random(5);
    for (var shape : shapes.entrySet()) {
      boolean norm = shape.getValue().length == 1;
      for (int i = 0; i < size(shape.getValue()); i++) {
        file.putFloat(norm ? 1 : (float) random.nextGaussian() * 0.05f);
      }
    }
    return file.array();
  }

  private static int size(int[] shape) {
    int size = 1;
    for (int side : shape) {
      size *= side;
    }
    return size;
  }
}
