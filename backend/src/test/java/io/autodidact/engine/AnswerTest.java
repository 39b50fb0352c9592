package io.autodidact.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How engines say that something is not there, each in its own words. */
class AnswerTest {
  @Test
  void aModelThatIsNotLoadedIsUnknownWhicheverCodeSaysSo() {
    assertThat(said(404, "Model not found").unknown()).isTrue();
    assertThat(said(400, "Model model_8b6a06f2 not loaded").unknown()).isTrue();
    assertThat(said(400, "max_tokens must be a positive number").unknown()).isFalse();
  }

  @Test
  void aMissingCheckpointIsNotAMissingModel() {
    assertThat(said(404, "Checkpoint not found: nobody/nothing").noCheckpoint()).isTrue();
    assertThat(said(404, "Model not found").noCheckpoint()).isFalse();
  }

  private static Answer said(int status, String detail) {
    var body = "{\"detail\": \"%s\"}".formatted(detail).getBytes(StandardCharsets.UTF_8);
    return new Answer(status, false, body, false);
  }
}
