package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YieldsTest {
  private static final TaskFamily FAMILY =
      new TaskFamily(
          "ask", 1, List.of("item"), List.of(new TaskFamily.Question(0, "price", false)));

  private final Yields yields = new Yields();

  @Test
  void aFamilyThatNeverYieldedATaskIsFutileAfterThreeAttempts() {
    yields.rejected(FAMILY);
    yields.rejected(FAMILY);
    assertThat(yields.isFutile(FAMILY)).isFalse();
    yields.rejected(FAMILY);
    assertThat(yields.isFutile(FAMILY)).isTrue();
  }

  @Test
  void everyTaskBuysAFamilyFurtherAttempts() {
    yields.kept(FAMILY);
    for (int i = 0; i < 5; i++) {
      yields.rejected(FAMILY);
    }
    assertThat(yields.isFutile(FAMILY)).isFalse();
  }

  @Test
  void anArgumentThatIsNeverSeenMakesEveryFamilyThatStatesItFutile() {
    var change = new TaskFamily.Change("create_item", Map.of("/fragile", new TaskFamily.Drawn()));
    var family = new TaskFamily("create_item(fragile)", 1, List.of(), List.of(change));
    yields.unseen(Set.of("create_item /fragile"));
    assertThat(yields.isFutile(family)).isFalse();
    yields.unseen(Set.of("create_item /fragile"));
    assertThat(yields.isFutile(family)).isTrue();
    assertThat(yields.isFutile(FAMILY)).isFalse();
    yields.kept(family);
    assertThat(yields.isFutile(family)).isFalse();
  }

  @Test
  void aFamilyIsReliableUntilItsFirstFailure() {
    yields.kept(FAMILY);
    assertThat(yields.isReliable(FAMILY)).isFalse();
    yields.kept(FAMILY);
    assertThat(yields.isReliable(FAMILY)).isTrue();
    yields.rejected(FAMILY);
    assertThat(yields.isReliable(FAMILY)).isFalse();
  }
}
