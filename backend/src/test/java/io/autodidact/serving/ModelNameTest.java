package io.autodidact.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.serving.ModelName.Which;
import org.junit.jupiter.api.Test;

final class ModelNameTest {
  @Test
  void anAgentAloneIsItsStableRelease() {
    assertThat(ModelName.parse("clerk"))
        .isEqualTo(new ModelName("clerk", new Which.Alias("stable")));
  }

  @Test
  void behindTheAtStandsAnAliasOrAVersion() {
    assertThat(ModelName.parse("clerk@canary"))
        .isEqualTo(new ModelName("clerk", new Which.Alias("canary")));
    assertThat(ModelName.parse("clerk@v12"))
        .isEqualTo(new ModelName("clerk", new Which.Version(12)));
    assertThat(ModelName.parse("clerk@v0"))
        .isEqualTo(new ModelName("clerk", new Which.Alias("v0")));
  }
}
