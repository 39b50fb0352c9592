package io.autodidact.learning;

import io.autodidact.learning.LearningWork.Records;
import io.autodidact.tenant.TenantTransaction;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
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

  @Bean
  CarryOutLearningRun carryOutLearningRun(
      Records records,
      ObjectProvider<StageWork> stages,
      PracticeGrounds grounds,
      CancelWatch cancelWatch,
      Clock clock) {
    return new CarryOutLearningRun(records, stages.stream().toList(), grounds, cancelWatch, clock);
  }
}
