package io.autodidact.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Catalogue;
import io.autodidact.context.ContextPolicy;
import io.autodidact.context.WordEmbedder;
import io.autodidact.job.TestRun;
import io.autodidact.release.BlobStore;
import io.autodidact.release.ExamReport;
import io.autodidact.release.GateVerdict;
import io.autodidact.release.PublishRelease;
import io.autodidact.release.Release;
import io.autodidact.release.ReleaseContent;
import io.autodidact.release.ReleaseRepository;
import io.autodidact.release.SigningKey;
import io.autodidact.rollout.ScriptedSampler;
import io.autodidact.rollout.ShopTasks;
import io.autodidact.schema.Tables;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.StoredJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A released agent works on the live software, within the safety policy. */
final class AnswerChatTest {
  private final TestRun run = TestRun.create();
  private final Approvals approvals = new Approvals(run.tenantTransaction(), Clock.systemUTC());
  private final AnswerChat chat = new AnswerChat(approvals, new WordEmbedder(), Clock.systemUTC());

  @TempDir Path directory;
  private Release release;

  @BeforeEach
  void publish() throws IOException {
    release =
        new PublishRelease(
                new ReleaseRepository(),
                new BlobStore(directory.resolve("blobs")),
                SigningKey.openOrCreate(directory),
                Clock.systemUTC())
            .publish(run, content(), new GateVerdict.Passed("It passed.", List.of()));
  }

  @Test
  void theAgentDoesWhatIsAskedAndTellsItsSteps() throws Exception {
    var served =
        ask(ShopTasks.SHOP.operations(), "list_items", "update_item #1 reorderLevel=77", "finish");

    assertThat(served.text()).isEqualTo("Done.");
    assertThat(served.reason()).isEqualTo("stop");
    assertThat(served.autodidact().release()).isEqualTo("clerk@v1");
    assertThat(served.autodidact().digest()).isEqualTo(release.digest().hex());
    assertThat(served.autodidact().steps()).hasSize(3);
    assertThat(served.autodidact().steps().get(1).action()).startsWith("update_item {");
    assertThat(served.usage().prompt_tokens()).isPositive();
    assertThat(served.usage().total_tokens())
        .isEqualTo(served.usage().prompt_tokens() + served.usage().completion_tokens());
  }

  @Test
  void aQuestionIsAnsweredInWords() throws Exception {
    var served = ask(ShopTasks.SHOP.operations(), "list_items", "finish \"six\"");

    assertThat(served.text()).isEqualTo("six");
    assertThat(served.autodidact().approval()).isEmpty();
  }

  @Test
  void aPlainQuestionChangesNothingWhateverTheAgentTries() throws Exception {
    var agent = agent(ShopTasks.SHOP.operations(), "list_items", "update_item #1 reorderLevel=77");

    var served = chat.answer(agent, "How many items are there?");

    assertThat(served.autodidact().steps().get(1).observation()).contains("is a question");
  }

  @Test
  void anAnswerAfterFailuresSaysThatNothingWasChanged() throws Exception {
    var served =
        ask(ShopTasks.SHOP.operations(), "list_items", "update_item #9 x=1", "finish \"rug\"");

    assertThat(served.text())
        .isEqualTo("I changed nothing, and not all I tried worked. What I found: rug");
  }

  @Test
  void aDestructiveCallIsNotMadeButWaitsForAPerson() throws Exception {
    var served = ask(ShopTasks.SHOP.operations(), "list_items", "delete_item #1", "finish");

    var approval = served.autodidact().approval().orElseThrow();
    assertThat(served.text()).startsWith("Approval needed: delete_item").contains(approval.token());
    assertThat(served.autodidact().steps().get(1).observation()).contains("approval");
  }

  @Test
  void anApprovalIsRedeemedOnceAndByItsOwnTenantOnly() throws Exception {
    var served = ask(ShopTasks.SHOP.operations(), "list_items", "delete_item #1", "finish");
    var token = served.autodidact().approval().orElseThrow().token();

    assertThat(approvals.redeem(someone(TestRun.create()), token)).isEmpty();
    var redeemed = approvals.redeem(someone(run), token);
    assertThat(redeemed).get().extracting(one -> one.call().operation()).isEqualTo("delete_item");
    assertThat(approvals.redeem(someone(run), token)).isEmpty();
  }

  @Test
  void whatThePolicyForbidsNeverReachesTheSoftware() throws Exception {
    var usable =
        new Catalogue(
            ShopTasks.SHOP.operations().operations().stream()
                .filter(operation -> !operation.name().equals("update_item"))
                .toList(),
            List.of());

    var served = ask(usable, "list_items", "update_item #1 reorderLevel=77", "finish");

    assertThat(served.autodidact().steps().get(1).observation()).contains("forbids");
  }

  private Served ask(Catalogue usable, String... lines) throws Exception {
    return chat.answer(agent(usable, lines), "Keep the stock right.");
  }

  private ServedAgent agent(Catalogue usable, String... lines) {
    return new ServedAgent(
        release,
        new ServedAgent.Software(ShopTasks.SHOP, usable),
        ShopTasks.context(),
        new SnapshotLessons(List.of()),
        ScriptedSampler.saying(lines));
  }

  private static Caller someone(TestRun tenant) {
    var key = UUID.randomUUID();
    tenant.commit(
        dsl ->
            dsl.execute(
                "INSERT INTO api_key (tenant_id, id, name, hash, scopes) VALUES (?, ?, 'k', ?,"
                    + " '{}')",
                tenant.scope().tenant().value(),
                key,
                key.toString().getBytes(StandardCharsets.UTF_8)));
    return Caller.key(key, "k", tenant.scope().tenant(), Set.of("manage"));
  }

  private ReleaseContent content() {
    var environment =
        run.commit(
            dsl ->
                dsl.select(Tables.ENVIRONMENT.ID)
                    .from(Tables.ENVIRONMENT)
                    .where(Tables.ENVIRONMENT.TENANT_ID.eq(run.scope().tenant().value()))
                    .fetchSingle(Tables.ENVIRONMENT.ID));
    return new ReleaseContent(
        new ReleaseContent.Agent("clerk", environment),
        "scripted",
        new byte[] {1, 2, 3},
        new byte[0],
        new ReleaseContent.Behaviour(
            StoredJson.MAPPER.valueToTree(ContextPolicy.SMALL),
            json("{}"),
            json("{\"temperature\": 0, \"steps\": 6, \"tokens\": 4000, \"turnTokens\": 200}")),
        ExamReport.of(List.of(), List.of("base"), 1),
        new ReleaseContent.Origin("c0ffee", "7a5c", "0.1.0"));
  }

  private static JsonNode json(String text) {
    return StoredJson.MAPPER.readTree(text);
  }
}
