package io.autodidact.sample.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.sample.inventory.catalogue.CategoryData;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Refusal;
import io.autodidact.sample.inventory.kernel.Search;
import io.autodidact.sample.inventory.workspace.Workspace;
import io.autodidact.sample.inventory.workspace.WorkspaceId;
import io.autodidact.sample.inventory.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkspacesTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Workspaces workspaces = new Workspaces(new Random(7), () -> now, 3);

  @Test
  void whatIsDoneInOneWorkspaceIsNotSeenInAnother() {
    WorkspaceId mine = workspaces.create();
    WorkspaceId yours = workspaces.create();
    addCategory(mine, "Tools");
    assertThat(categories(mine)).isEqualTo(1);
    assertThat(categories(yours)).isZero();
  }

  @Test
  void idsDifferFromOneWorkspaceToTheNext() {
    List<Integer> first = drawn(workspaces.create());
    List<Integer> second = drawn(workspaces.create());
    assertThat(first).doesNotHaveDuplicates().hasSize(20).isNotEqualTo(second);
    assertThat(first).isNotEqualTo(first.stream().sorted().toList());
  }

  @Test
  void aWorkspaceIsForgottenAfterItWasIdleAndKeptWhileItIsUsed() {
    WorkspaceId used = workspaces.create();
    WorkspaceId idle = workspaces.create();
    now = now.plus(Duration.ofMinutes(20));
    addCategory(used, "Tools");
    now = now.plus(Duration.ofMinutes(20));
    assertThat(categories(used)).isEqualTo(1);
    assertThatThrownBy(() -> categories(idle))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("X-Workspace");
  }

  @Test
  void aKeptWorkspaceIsNeverForgotten() {
    WorkspaceId main = new WorkspaceId("main");
    workspaces.keep(main);
    addCategory(main, "Tools");
    now = now.plus(Duration.ofDays(1));
    assertThat(categories(main)).isEqualTo(1);
  }

  @Test
  void thereIsRoomForSoManyWorkspacesAndOneDeletedMakesRoom() {
    WorkspaceId first = workspaces.create();
    workspaces.create();
    workspaces.create();
    assertThatThrownBy(workspaces::create)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("already 3");
    workspaces.delete("workspaceId", first);
    assertThat(workspaces.create()).isNotEqualTo(first);
  }

  @Test
  void aFullWorkspaceSaysSo() {
    Workspace small = new Workspace(new Ids(new Random(1), 2), () -> now);
    small.categories().add(new CategoryData("A", Optional.empty()));
    small.categories().add(new CategoryData("B", Optional.empty()));
    assertThatThrownBy(() -> small.categories().add(new CategoryData("C", Optional.empty())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("full");
  }

  @Test
  void idsStayDistinctWhenTheShortOnesRunOut() {
    Ids ids = new Ids(new Random(3), 45_000);
    Set<Integer> seen = new HashSet<>();
    IntStream.range(0, 45_000).forEach(n -> seen.add(ids.next().value()));
    assertThat(seen).hasSize(45_000).allMatch(id -> id >= 1_000 && id < 100_000);
  }

  @Test
  void requestsAtTheSameTimeDoNotLoseEachOthersWork() {
    WorkspaceId id = workspaces.create();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 500).forEach(n -> threads.submit(() -> addCategory(id, "C" + n)));
    }
    assertThat(categories(id)).isEqualTo(500);
  }

  private List<Integer> drawn(WorkspaceId id) {
    return Stream.iterate(1, n -> n + 1)
        .limit(20)
        .map(n -> addCategory(id, "C" + n).value())
        .toList();
  }

  private Id<?> addCategory(WorkspaceId id, String name) {
    return workspaces.within(
        id, workspace -> workspace.categories().add(new CategoryData(name, Optional.empty())).id());
  }

  private int categories(WorkspaceId id) {
    return workspaces.within(
        id,
        workspace ->
            workspace
                .categories()
                .page(new Search(Optional.empty()), new PageRequest(0, 1))
                .total());
  }
}
