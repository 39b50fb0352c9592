package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnswersTest {
  @Test
  void formDoesNotMatterContentDoes() {
    assertThat(right("[12.5]", "\"12.50\"")).isTrue();
    assertThat(right("[12.5]", "\"it costs 12.50\"")).isFalse();
    assertThat(right("[\"Jane Roe\"]", "\" jane  roe. \"")).isTrue();
    assertThat(right("[\"Jane Roe\"]", "\"Jane\"")).isFalse();
    assertThat(right("[true]", "\"yes\"")).isTrue();
    assertThat(right("[true]", "null")).isFalse();
  }

  @Test
  void severalValuesMayComeInAnyOrderButNoneMayBeMissingOrAdded() {
    assertThat(right("[\"a\",\"b\"]", "\"b and a\"")).isTrue();
    assertThat(right("[\"a\",\"b\"]", "[\"B\",\"A\"]")).isTrue();
    assertThat(right("[\"a\",\"b\"]", "\"a\"")).isFalse();
    assertThat(right("[\"a\",\"b\"]", "\"a, b, c\"")).isFalse();
    assertThat(right("[\"Roe, Jane\",5]", "\"5; Roe, Jane\"")).isTrue();
  }

  private static boolean right(String wanted, String given) {
    List<JsonNode> values = SmallShop.JSON.readTree(wanted).valueStream().toList();
    return Answers.right(values, SmallShop.JSON.readTree(given));
  }
}
