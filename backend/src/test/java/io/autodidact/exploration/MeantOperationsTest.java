package io.autodidact.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.exploration.MeantOperations.Meant;
import io.autodidact.tenant.StoredJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeantOperationsTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          Stream.of(
                  operation("create_reservation", "Reserve stock for a customer"),
                  operation("list_items", "List or search items"),
                  operation("delete_supplier", "Delete a supplier"),
                  operation("submit_purchase_order", "Send an order to its supplier"))
              .toList(),
          List.of());

  private static Operation operation(String name, String summary) {
    return new Operation(
        name,
        summary,
        "",
        List.of(),
        StoredJson.MAPPER.createObjectNode(),
        Optional.empty(),
        Effect.WRITE,
        "");
  }

  private static List<String> names(List<Meant> meant) {
    return meant.stream().map(one -> one.operation().name()).toList();
  }

  @Test
  void aGoalMeansTheOperationsThatShareItsWordsInAnyForm() {
    assertThat(names(MeantOperations.by("We want to reserve stock for customers.", CATALOGUE)))
        .containsExactly("create_reservation");
  }

  @Test
  void whatMustNeverHappenIsNotMeantButToldApart() {
    var goal = "Send orders to suppliers. Never delete a supplier.";

    assertThat(names(MeantOperations.by(goal, CATALOGUE))).containsExactly("submit_purchase_order");
    assertThat(names(MeantOperations.against(goal, CATALOGUE))).containsExactly("delete_supplier");
  }

  @Test
  void itSaysWhichWordsItWentBy() {
    assertThat(MeantOperations.by("reserve stock", CATALOGUE).getFirst().words())
        .contains("reserve", "stock");
  }

  @Test
  void wordsThatNobodyKnowsMeanNothing() {
    assertThat(MeantOperations.by("Brew coffee for the team", CATALOGUE)).isEmpty();
    assertThat(MeantOperations.by("", CATALOGUE)).isEmpty();
  }
}
