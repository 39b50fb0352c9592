package io.autodidact.serving;

import static io.autodidact.schema.Tables.APPROVAL;

import io.autodidact.connector.Call;
import io.autodidact.release.Digest;
import io.autodidact.release.Release;
import io.autodidact.serving.Served.PendingApproval;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantTransaction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** Calls that wait for a person. A token is good for one hour and one call. */
@Repository
class Approvals {
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  private final TenantTransaction tenantTransaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Approvals(TenantTransaction tenantTransaction, Clock clock) {
    this.tenantTransaction = tenantTransaction;
    this.clock = clock;
  }

  /** A call that a person has approved. */
  record Approved(UUID agent, int version, Call call) {}

  /** Keeps the call; the token is known only to whoever reads the answer. */
  PendingApproval keep(Release release, Call call) {
    var bits = new byte[32];
    random.nextBytes(bits);
    var token = "ap_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    tenantTransaction.run(
        release.tenant(),
        dsl ->
            dsl.insertInto(APPROVAL)
                .set(APPROVAL.TENANT_ID, release.tenant().value())
                .set(APPROVAL.TOKEN_HASH, hash(token))
                .set(APPROVAL.AGENT_ID, release.agentId())
                .set(APPROVAL.VERSION, release.version())
                .set(APPROVAL.OPERATION, call.operation())
                .set(APPROVAL.ARGUMENTS, StoredJson.write(call.arguments()))
                .set(APPROVAL.CREATED_AT, now)
                .set(APPROVAL.EXPIRES_AT, now.plus(GOOD_FOR))
                .execute());
    return new PendingApproval(
        token, call.operation(), call.arguments().toString(), now.plus(GOOD_FOR).toString());
  }

  /** How people refer to an approval of which they do not have the token. */
  static String id(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /** Takes the approval out of use; empty if there is none, or it was used or has expired. */
  Optional<Approved> redeemById(Caller person, String id) {
    return redeem(person, HexFormat.of().parseHex(id));
  }

  /** Takes the token out of use; empty if there is none, or it was used or has expired. */
  Optional<Approved> redeem(Caller person, String token) {
    return redeem(person, hash(token));
  }

  private Optional<Approved> redeem(Caller person, byte[] hash) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return tenantTransaction.in(
        person.tenant(),
        dsl ->
            dsl.update(APPROVAL)
                .set(APPROVAL.REDEEMED_AT, now)
                .set(APPROVAL.REDEEMED_BY, person.id())
                .where(
                    APPROVAL.TENANT_ID.eq(person.tenant().value()),
                    APPROVAL.TOKEN_HASH.eq(hash),
                    APPROVAL.REDEEMED_AT.isNull(),
                    APPROVAL.EXPIRES_AT.gt(now))
                .returning(
                    APPROVAL.AGENT_ID, APPROVAL.VERSION, APPROVAL.OPERATION, APPROVAL.ARGUMENTS)
                .fetchOptional(
                    row ->
                        new Approved(
                            row.getAgentId(),
                            row.getVersion(),
                            new Call(
                                row.getOperation(),
                                StoredJson.read(row.getArguments(), ObjectNode.class)))));
  }

  private static byte[] hash(String token) {
    return HexFormat.of().parseHex(Digest.of(token.getBytes(StandardCharsets.UTF_8)).hex());
  }
}
