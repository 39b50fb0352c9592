package io.autodidact.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.api.Page;
import io.autodidact.job.TestRun;
import io.autodidact.release.GateVerdict.Held;
import io.autodidact.release.GateVerdict.Passed;
import io.autodidact.release.VerifyBundle.Verification;
import io.autodidact.schema.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PublishReleaseTest {
  private static final GateVerdict PASSED = new Passed("It passed.", List.of());
  private static final GateVerdict HELD = new Held("It was not released: no better.", List.of());

  private final ReleaseRepository releases = new ReleaseRepository();
  private final TestRun run = TestRun.create();

  @TempDir Path directory;
  private BlobStore blobs;
  private SigningKey key;
  private PublishRelease publish;

  @BeforeEach
  void open() throws IOException {
    blobs = new BlobStore(directory.resolve("blobs"));
    key = SigningKey.openOrCreate(directory);
    publish = new PublishRelease(releases, blobs, key, Clock.systemUTC());
  }

  @Test
  void theFirstReleaseIsVersionOneAndStable() {
    var release = publish.publish(run, content(run), PASSED);

    assertThat(release.version()).isEqualTo(1);
    assertThat(aliases()).containsEntry("stable", 1);
    Optional<Release> stable =
        run.commit(dsl -> releases.byAlias(dsl, run.scope().tenant(), "clerk", "stable"));
    assertThat(stable).get().extracting(Release::digest).isEqualTo(release.digest());
  }

  @Test
  void aRunPickedUpAgainMakesNoSecondVersion() {
    var release = publish.publish(run, content(run), PASSED);

    assertThat(publish.publish(run, content(run), PASSED).digest()).isEqualTo(release.digest());
  }

  @Test
  void aCandidateThatFailedItsGateIsKeptWithTheReasonAndNotServed() {
    publish.publish(run, content(run), PASSED);
    var next = run.anotherRun();

    var held = publish.publish(next, content(run), HELD);

    var tenant = run.scope().tenant();
    assertThat(held.version()).isEqualTo(2);
    assertThat(find(run, 2)).get().extracting(Release::verdict).isEqualTo(HELD);
    assertThat(aliases()).containsEntry("stable", 1);
    assertThatThrownBy(() -> alias().move(tenant, "clerk", "stable", 2))
        .isInstanceOf(Conflict.class)
        .hasMessage("v2 of clerk can not be used: It was not released: no better.");
  }

  @Test
  void rollingBackIsMovingTheAlias() {
    publish.publish(run, content(run), PASSED);
    publish.publish(run.anotherRun(), content(run), PASSED);
    var tenant = run.scope().tenant();
    assertThat(aliases()).containsEntry("stable", 2);

    alias().move(tenant, "clerk", "stable", 1);

    assertThat(aliases()).containsEntry("stable", 1);
    assertThatThrownBy(() -> alias().move(tenant, "clerk", "stable", 9))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> alias().move(tenant, "clerk", "v1", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoLookedBeforeSomebodyElseMovedTheAliasIsTold() {
    publish.publish(run, content(run), PASSED);
    publish.publish(run.anotherRun(), content(run), PASSED);
    var tenant = run.scope().tenant();
    var seen = new MoveAlias.Sighting("stable", Optional.of(1));

    assertThatThrownBy(() -> alias().moveFrom(seen, tenant, "clerk", 1))
        .isInstanceOf(Conflict.class)
        .hasMessage("Somebody has moved stable to v2 meanwhile. Look at it again, then decide.");
    assertThat(aliases()).containsEntry("stable", 2);
  }

  @Test
  void whatCameBackFromTheDatabaseIsStillGenuine() throws IOException {
    publish.publish(run, content(run), PASSED);
    var stored = find(run, 1).orElseThrow();

    var file = new ByteArrayOutputStream();
    new ReadBundle(blobs).of(stored).writeTo(file);

    assertThat(
            new VerifyBundle(key.verifyingKey())
                .verify(new ByteArrayInputStream(file.toByteArray())))
        .isInstanceOf(Verification.Genuine.class);
  }

  @Test
  void releasesAreListedPageByPage() {
    publish.publish(run, content(run), PASSED);
    publish.publish(run.anotherRun(), content(run), HELD);
    publish.publish(run.anotherRun(), content(run), PASSED);
    var tenant = run.scope().tenant();

    var first = run.commit(dsl -> releases.list(dsl, tenant, "clerk", 0, 2));
    var second =
        run.commit(
            dsl ->
                releases.list(
                    dsl, tenant, "clerk", Integer.parseInt(first.next().orElseThrow()), 2));

    assertThat(first.items()).extracting(Release::version).containsExactly(1, 2);
    assertThat(second.items()).extracting(Release::version).containsExactly(3);
    assertThat(second.next()).isEmpty();
    Page<String> agents = run.commit(dsl -> releases.agents(dsl, tenant, "", 10));
    assertThat(agents.items()).containsExactly("clerk");
  }

  @Test
  void anotherTenantSeesNoneOfIt() {
    publish.publish(run, content(run), PASSED);
    var stranger = TestRun.create();

    assertThat(find(stranger, 1)).isEmpty();
    Optional<Release> reachedFor =
        stranger.commit(dsl -> releases.find(dsl, run.scope().tenant(), "clerk", 1));
    assertThat(reachedFor).isEmpty();
  }

  private SortedMap<String, Integer> aliases() {
    return run.commit(dsl -> releases.aliases(dsl, run.scope().tenant(), "clerk"));
  }

  private Optional<Release> find(TestRun asker, int version) {
    return asker.commit(dsl -> releases.find(dsl, asker.scope().tenant(), "clerk", version));
  }

  private MoveAlias alias() {
    return new MoveAlias(run.tenantTransaction(), releases);
  }

  private static ReleaseContent content(TestRun run) {
    var environment =
        run.commit(
            dsl ->
                dsl.select(Tables.ENVIRONMENT.ID)
                    .from(Tables.ENVIRONMENT)
                    .where(Tables.ENVIRONMENT.TENANT_ID.eq(run.scope().tenant().value()))
                    .fetchSingle()
                    .value1());
    return new ReleaseContent(
        new ReleaseContent.Agent("clerk", (UUID) environment),
        "SmolLM2-135M-Instruct",
        new byte[] {1, 2, 3},
        new byte[0],
        new ReleaseContent.Behaviour(
            json("{\"window\": 4, \"share\": 0.00001}"),
            json("{\"b\": \"é\", \"a\": 1.0}"),
            json("{\"temperature\": 0.70}")),
        ExamReport.of(List.of(), List.of("base"), 1),
        new ReleaseContent.Origin("c0ffee", "7a5c", "0.1.0"));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
