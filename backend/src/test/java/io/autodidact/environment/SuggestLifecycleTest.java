package io.autodidact.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.lifecycle.Lifecycle;
import org.junit.jupiter.api.Test;

class SuggestLifecycleTest {
  @Test
  void whatCanBeMadeWorkedInAndRemovedIsFoundFirst() {
    var recipe = SuggestLifecycle.of(ScratchSoftware.CATALOGUE).getFirst();

    assertThat(recipe.name()).isEqualTo(LifecycleRecipe.SCRATCH);
    assertThat(recipe.thing()).isEqualTo("workspace");
    assertThat(recipe.operations()).containsExactly("create_workspace", "delete_workspace");
    assertThat(recipe.inside()).isEqualTo(3);
    assertThat(recipe.fills()).containsExactly("create_item");
  }

  @Test
  void theRecipeIsALifecycleThatConfinesAndTidiesUp() {
    var recipe = SuggestLifecycle.of(ScratchSoftware.CATALOGUE).getFirst();

    var lifecycle = Lifecycle.of(recipe.lifecycle());

    assertThat(lifecycle.bound()).containsEntry("X-Workspace", "workspace");
    assertThat(lifecycle.confined()).isTrue();
    assertThat(lifecycle.hidden()).containsExactly("create_workspace", "delete_workspace");
    assertThat(lifecycle.tearDown()).hasSize(1);
  }

  @Test
  void everySoftwareCanBeReadOnlyOrUsedAsItIs() {
    assertThat(SuggestLifecycle.of(ScratchSoftware.CATALOGUE))
        .extracting(LifecycleRecipe::name)
        .endsWith(LifecycleRecipe.READ_ONLY, LifecycleRecipe.AS_IS);
  }
}
