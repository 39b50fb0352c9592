package io.autodidact.serving;

import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import io.autodidact.usage.Accounts;
import org.springframework.stereotype.Component;

/** Counts the tokens of served agents against the tenant's quota of a day. */
@Component
class ChatTokens {
  private final TenantTransaction tenantTransaction;
  private final Accounts accounts;

  ChatTokens(TenantTransaction tenantTransaction, Accounts accounts) {
    this.tenantTransaction = tenantTransaction;
    this.accounts = accounts;
  }

  /**
   * @throws io.autodidact.usage.QuotaExceeded if today's are used or reserved
   */
  void admit(TenantId tenant) {
    tenantTransaction.run(tenant, dsl -> accounts.admitChat(dsl, tenant));
  }

  /** Answers that are under way together may pass the quota by what each of them takes. */
  void meter(TenantId tenant, int tokens) {
    tenantTransaction.run(tenant, dsl -> accounts.meterChat(dsl, tenant, tokens));
  }
}
