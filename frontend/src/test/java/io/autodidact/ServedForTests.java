package io.autodidact;

import io.autodidact.context.ContextPolicy;
import io.autodidact.release.ExamReport;
import io.autodidact.release.GateVerdict;
import io.autodidact.release.PublishRelease;
import io.autodidact.release.ReleaseContent;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Map;

/** A release of the agent "clerk" that says what {@link ScriptedAgent} is told to say. */
final class ServedForTests {
  private ServedForTests() {}

  /** Publishes it for the environment as it is. */
  static void publish(RunningAutodidact autodidact, Belongings mine) {
    var passed = new GateVerdict.Passed("It passed.", List.of());
    autodidact
        .bean(PublishRelease.class)
        .publish(mine.work(autodidact.bean(TenantTransaction.class)), content(mine), passed);
  }

  /** Makes the environment that of the document, by the secret "header-key", and publishes. */
  static void publish(RunningAutodidact autodidact, Belongings mine, String document) {
    var settings =
        Map.of(
            "document",
            document,
            "auth",
            Map.of("type", "header", "name", "X-Key", "secret", "header-key"));
    autodidact
        .bean(TenantTransaction.class)
        .run(
            mine.tenant(),
            dsl ->
                dsl.execute(
                    "UPDATE environment SET settings = ?::jsonb WHERE id = ?",
                    StoredJson.write(settings).data(),
                    mine.environment()));
    publish(autodidact, mine);
  }

  private static ReleaseContent content(Belongings mine) {
    return new ReleaseContent(
        new ReleaseContent.Agent("clerk", mine.environment()),
        "scripted",
        new byte[] {1, 2, 3},
        new byte[0],
        new ReleaseContent.Behaviour(
            StoredJson.MAPPER.valueToTree(ContextPolicy.SMALL),
            StoredJson.MAPPER.readTree("{}"),
            StoredJson.MAPPER.readTree(
                "{\"temperature\": 0, \"steps\": 6, \"tokens\": 8000, \"turnTokens\": 200}")),
        ExamReport.of(List.of(), List.of("base"), 1),
        new ReleaseContent.Origin("c0ffee", "7a5c", "0.1.0"));
  }
}
