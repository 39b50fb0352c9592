package io.autodidact.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.environment.CatalogueRepository;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.exploration.SoftwareMap.Place;
import io.autodidact.exploration.SoftwareMap.Reached;
import io.autodidact.job.TestRun;
import io.autodidact.tenant.StoredJson;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExplorationQueriesTest {
  private final TestRun run = TestRun.create();
  private final Library library = new Library();
  private final ExplorationQueries queries =
      new ExplorationQueries(
          run.tenantTransaction(), new CatalogueRepository(), new ExplorationRepository());

  private EnvironmentId environment() {
    return run.commit(
        dsl -> {
          dsl.execute(
              "UPDATE catalogue SET operations = ?::jsonb",
              StoredJson.write(library.operations().operations()).data());
          return new EnvironmentId(
              dsl.fetchSingle("SELECT id FROM environment").get(0, UUID.class));
        });
  }

  private void explore() throws InterruptedException {
    new ExploreEnvironment(new ExplorationRepository())
        .explore(
            run,
            library,
            operation -> !operation.name().equals("burn_down"),
            new WordAffinity(List.of()),
            new ExploreSettings(120, 30, 1000, 1, ExploreSettings.Strategy.GUIDED));
  }

  @Test
  void beforeAnybodyExploredTheMapShowsWhatThereIs() {
    var map = queries.map(run.scope().tenant(), environment());

    assertThat(map.run()).isEmpty();
    assertThat(map.places())
        .hasSameSizeAs(library.operations().operations())
        .allMatch(place -> place.reached() == Reached.NOT_EXPLORED);
    assertThat(map.links()).isEmpty();
  }

  @Test
  void theMapOfExploredSoftwareSaysWhatWasReachedAndWhatFlows() throws Exception {
    var environment = environment();
    explore();

    var map = queries.map(run.scope().tenant(), environment);

    assertThat(map.run()).contains(run.scope().learningRun());
    assertThat(map.count(Reached.REACHED)).isPositive();
    assertThat(map.places())
        .filteredOn(place -> place.operation().equals("burn_down"))
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.reached()).isEqualTo(Reached.FORBIDDEN);
              assertThat(place.reason()).isNotBlank();
            });
    assertThat(map.links()).anyMatch(SoftwareMap.Link::confirmed);
    assertThat(map.places()).extracting(Place::group).doesNotContain("");
  }

  @Test
  void anOperationIsShownWithCallsThatWereMade() throws Exception {
    var environment = environment();
    explore();
    var reached =
        queries.map(run.scope().tenant(), environment).places().stream()
            .filter(place -> place.reached() == Reached.REACHED)
            .findFirst()
            .orElseThrow();

    var seen =
        queries.operation(run.scope().tenant(), environment, reached.operation()).orElseThrow();

    assertThat(seen.succeeded().orElseThrow().outcome().succeeded()).isTrue();
    assertThat(queries.operation(run.scope().tenant(), environment, "no_such")).isEmpty();
  }
}
