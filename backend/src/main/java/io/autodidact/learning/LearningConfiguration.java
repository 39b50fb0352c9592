package io.autodidact.learning;

import io.autodidact.learning.LearningWork.Records;
import io.autodidact.tenant.TenantTransaction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what learning runs are written down with. */
@Configuration(proxyBeanMethods = false)
class LearningConfiguration {
  @Bean
  Records records(
      TenantTransaction tenantTransaction,
      LearningRunRepository runs,
      Ledger ledger,
      RunEvents events) {
    return new Records(tenantTransaction, runs, ledger, events);
  }
}
