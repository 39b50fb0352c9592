package io.autodidact.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MiniLmEmbedderTest {
  private final MiniLmEmbedder embedder = new MiniLmEmbedder();

  @Test
  void noTextsHaveNoEmbeddings() {
    assertThat(embedder.embed(List.of())).isEmpty();
  }
}
