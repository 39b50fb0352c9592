package io.autodidact.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.api.Conflict;
import io.autodidact.environment.TestConnection.Tested;
import io.autodidact.job.TestRun;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first word of a connection to software that is registered, and its changes later. */
class DraftConnectionTest {
  @TempDir private Path directory;

  private final ScratchSoftware software = new ScratchSoftware();
  private final TestRun someone = TestRun.create();
  private final TenantId tenant = someone.scope().tenant();
  private final ConnectionDraftRepository drafts = new ConnectionDraftRepository();
  private final EnvironmentRepository environments = new EnvironmentRepository();
  private final CatalogueRepository catalogues = new CatalogueRepository();
  private DraftConnection draft;
  private TestConnection test;
  private TryLifecycle tryOut;
  private FinishConnection finish;

  @BeforeEach
  void setUp() throws Exception {
    var transaction = someone.tenantTransaction();
    var keys = new KeyEncryptionKeys(directory);
    var secrets = new SecretVault(transaction, new DataKeys(keys, Clock.systemUTC()), keys);
    var connections =
        new EnvironmentConnections(
            List.of(software),
            secrets,
            new OutboundAddresses(List.of(), new AllowedNetworks(transaction)),
            Clock.systemUTC());
    draft = new DraftConnection(transaction, drafts, environments, catalogues, secrets);
    test = new TestConnection(transaction, drafts, connections);
    tryOut = new TryLifecycle(transaction, drafts, connections);
    finish = new FinishConnection(transaction, drafts, environments, catalogues, connections);
  }

  private ConnectionDraft described(String name, String document) {
    var begun = read(draft.begin(tenant));
    var data = begun.data().named(name).describedBy("shop.json", "", "http://shop.example");
    return draft.describe(tenant, begun, data, Optional.of(document));
  }

  private ConnectionDraft read(UUID id) {
    return draft.find(tenant, id).orElseThrow();
  }

  @Test
  void whatWasEnteredIsThereAgainAndListedAsUnfinished() {
    var entered = described("Shop", "good");

    assertThat(read(entered.id())).isEqualTo(entered);
    assertThat(entered.hasDocument()).isTrue();
    assertThat(draft.unfinished(tenant)).extracting(ConnectionDraft::id).contains(entered.id());
    assertThat(draft.find(TestRun.create().scope().tenant(), entered.id())).isEmpty();
  }

  @Test
  void whoEditsWhatAnotherWindowChangedIsTold() {
    var seen = described("Shop", "good");
    draft.put(tenant, seen, seen.data().named("Store"));

    assertThatThrownBy(() -> draft.put(tenant, seen, seen.data().named("Market")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("another window");
    assertThat(read(seen.id()).data().name()).isEqualTo("Store");
  }

  @Test
  void aTestKeepsWhatWasFoundUntilTheDescriptionChanges() throws Exception {
    var entered = described("Shop", "good");

    var tested = test.test(tenant, entered.id());

    assertThat(tested)
        .isInstanceOfSatisfying(
            Tested.Readable.class,
            readable -> {
              assertThat(readable.catalogue()).isEqualTo(ScratchSoftware.CATALOGUE);
              assertThat(readable.probe().orElseThrow().operation()).isEqualTo("list_status");
              assertThat(readable.probe().orElseThrow().outcome().succeeded()).isTrue();
            });
    var found = read(entered.id());
    assertThat(found.catalogue()).contains(ScratchSoftware.CATALOGUE);
    assertThat(draft.describe(tenant, found, found.data(), Optional.of("other")).catalogue())
        .isEmpty();
  }

  @Test
  void aTestOfWhatIsNoDescriptionSaysWhatToMend() throws Exception {
    assertThat(test.test(tenant, described("Shop", "<html>").id()))
        .isInstanceOfSatisfying(
            Tested.Unusable.class,
            unusable -> assertThat(unusable.problem()).contains("not an OpenAPI document"));
  }

  @Test
  void aSecretIsSealedAndUsedAndNotInTheDraft() throws Exception {
    var entered = described("Shop", "good");
    var access = new Access(Access.Kind.BEARER, Map.of(), Map.of());
    var chosen = draft.put(tenant, entered, entered.data().with(access));

    var wrong = draft.keepSecret(tenant, chosen, "secret", "wrong");
    var refused = (Tested.Readable) test.test(tenant, wrong.id());
    draft.keepSecret(tenant, read(wrong.id()), "secret", "right");
    var welcome = (Tested.Readable) test.test(tenant, wrong.id());

    assertThat(refused.probe().orElseThrow().outcome().succeeded()).isFalse();
    assertThat(welcome.probe().orElseThrow().outcome().succeeded()).isTrue();
    assertThat(StoredJson.write(read(wrong.id()).data()).data()).doesNotContain("right");
  }

  @Test
  void tryingARecipeShowsItsCallsAndLeavesNothingBehind() throws Exception {
    var trial = tryOut.run(tenant, withWorkspaces().id());

    assertThat(trial.succeeded()).isTrue();
    assertThat(trial.opening().getFirst().call().operation()).isEqualTo("create_workspace");
    assertThat(trial.opening()).extracting(made -> made.call().operation()).contains("create_item");
    assertThat(trial.closing())
        .extracting(made -> made.call().operation())
        .containsExactly("delete_workspace");
    assertThat(trial.inside()).isEqualTo(3);
    assertThat(software.workspaces).isEmpty();
  }

  @Test
  void whatATrialLeavesBehindIsTold() throws Exception {
    software.clings = true;

    var trial = tryOut.run(tenant, withWorkspaces().id());

    assertThat(trial.succeeded()).isFalse();
    assertThat(trial.problems()).singleElement().asString().contains("still in use");
  }

  private ConnectionDraft withWorkspaces() {
    var entered = described("Shop", "good");
    var recipe = SuggestLifecycle.of(ScratchSoftware.CATALOGUE).getFirst();
    return draft.put(
        tenant, entered, entered.data().startingFresh(recipe.name(), recipe.lifecycle()));
  }

  @Test
  void softwareThatIsOnlyReadMayNeverBeChanged() {
    var environment = finish.finish(tenant, described("Shop 2", "good").id());

    var policy = environment.data().policy();
    assertThat(ScratchSoftware.CATALOGUE.operations().stream().filter(policy::allows))
        .extracting(operation -> operation.name())
        .containsExactly("list_status", "list_items");
    assertThat(draft.unfinished(tenant)).isEmpty();
    assertThat(
            someone.<Integer>commit(
                dsl -> catalogues.newest(dsl, tenant, environment.id()).orElseThrow().version()))
        .isEqualTo(1);
  }

  @Test
  void aNameThatIsTakenIsRefusedAndNothingIsLost() {
    finish.finish(tenant, described("Twice", "good").id());
    var second = described("Twice", "good");

    assertThatThrownBy(() -> finish.finish(tenant, second.id()))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("Twice");
    assertThat(draft.find(tenant, second.id())).isPresent();
  }

  @Test
  void ofTwoChangesToOneSoftwareTheSecondIsToldAndOverwritesNothing() {
    var environment = finish.finish(tenant, withWorkspaces().id());
    var one = read(draft.change(tenant, environment.id()));
    var other = read(draft.change(tenant, environment.id()));
    var forbidding = new SafetyPolicy(Set.of("create_item"), false);
    draft.put(tenant, one, one.data().with(forbidding));
    finish.finish(tenant, one.id());

    assertThatThrownBy(() -> finish.finish(tenant, other.id()))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("nothing of theirs");
    var now = someone.commit(dsl -> environments.find(dsl, tenant, environment.id())).orElseThrow();
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.data().policy()).isEqualTo(forbidding);
    assertThat(now.data().settings().path("document").asString()).isEqualTo("good");
  }
}
