package io.autodidact.context;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** all-MiniLM-L6-v2, quantised, in this process: 384 dimensions, about a hundred texts a second. */
@Component
public class MiniLmEmbedder implements Embedder {
  private @Nullable EmbeddingModel model;

  @Override
  public List<float[]> embed(List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    var segments =
        texts.stream().map(text -> TextSegment.from(text.isBlank() ? "-" : text)).toList();
    return loaded().embedAll(segments).content().stream().map(one -> one.vector()).toList();
  }

  /** Loading takes a second and memory; who never asks, never pays. */
  private synchronized EmbeddingModel loaded() {
    if (model == null) {
      model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
    }
    return model;
  }
}
