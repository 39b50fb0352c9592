package io.autodidact.learning;

import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams a run's news to whoever watches it. */
@Component
class RunStream {
  private static final Logger LOG = LoggerFactory.getLogger(RunStream.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final int BATCH = 100;

  private final TenantTransaction tenantTransaction;
  private final LearningRunRepository runs;
  private final RunEvents events;

  RunStream(TenantTransaction tenantTransaction, LearningRunRepository runs, RunEvents events) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
    this.events = events;
  }

  SseEmitter open(RunScope scope, long after) {
    var emitter = new SseEmitter(0L);
    var feeder = Thread.ofVirtual().unstarted(() -> feed(emitter, scope, after));
    emitter.onCompletion(feeder::interrupt);
    emitter.onError(gone -> feeder.interrupt());
    feeder.start();
    return emitter;
  }

  private record News(List<RunEvents.RunEvent> events, LearningRun run) {}

  private void feed(SseEmitter emitter, RunScope scope, long after) {
    try {
      long last = after;
      while (true) {
        var news = read(scope, last);
        for (var event : news.events()) {
          emitter.send(
              SseEmitter.event()
                  .id(Long.toString(event.seq()))
                  .name(event.kind())
                  .data(event.data()));
          last = event.seq();
        }
        emitter.send(SseEmitter.event().name("progress").data(news.run().progress()));
        if (news.events().isEmpty() && news.run().state().ended()) {
          emitter.complete();
          return;
        }
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException | IOException | IllegalStateException e) {
      LOG.debug("A watcher of run {} is gone", scope.learningRun());
    } catch (RuntimeException e) {
      emitter.completeWithError(e);
    }
  }

  private News read(RunScope scope, long last) {
    return tenantTransaction.in(
        scope.tenant(),
        dsl ->
            new News(events.after(dsl, scope, last, BATCH), runs.find(dsl, scope).orElseThrow()));
  }
}
