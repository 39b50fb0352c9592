package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.task.ChangeClause.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryClauseTest {
  private static final Named ANN = entity("user-id", "user", "ann.lee");
  private static final Named ANN_IS_ENABLED = value("enabled", "boolean", "false");
  private static final Named VIEWER = entity("role", "role", "viewer");

  @Test
  void nounsOfTheSummaryBecomeNames() {
    assertThat(said("Move an item into a warehouse.", entity("item", "item", "Oak shelf")))
        .contains("move item Oak shelf into a warehouse");
  }

  @Test
  void anEntityTheSummaryDoesNotSpeakOfIsNamedBehind() {
    assertThat(said("Add realm-level role mappings to the user", ANN, VIEWER))
        .contains("add realm-level role mappings to user ann.lee for role viewer");
  }

  @Test
  void aSummaryThatSpeaksOfNoEntityIsNotUsed() {
    assertThat(said("Do it", ANN, VIEWER)).isEmpty();
  }

  @Test
  void whatHoldsOrNotIsSaidAsAState() {
    assertThat(ChangeClause.with(List.of(value("price", "number", "12"), ANN_IS_ENABLED)))
        .isEqualTo(" with price 12 that is not enabled");
  }

  private static java.util.Optional<String> said(String summary, Named... entities) {
    return new SummaryClause(summary, List.of(entities), List.of(), true).say();
  }

  private static Named value(String parameter, String type, String text) {
    var schema = SmallShop.JSON.createObjectNode().put("type", type);
    return new Named(new Parameter("/" + parameter, parameter, schema, false), "", text);
  }

  private static Named entity(String parameter, String noun, String text) {
    var schema = SmallShop.JSON.createObjectNode().put("type", "string");
    return new Named(new Parameter("/" + parameter, parameter, schema, true), noun, text);
  }
}
