package io.autodidact.job;

import io.autodidact.tenant.RunScope;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Work that also says what was spent in a while: what a part of it cost. Thread-safe. */
public final class MeteredWork implements Work {
  private final Work whole;
  private final Map<Resource, Long> spent = new EnumMap<>(Resource.class);

  public MeteredWork(Work whole) {
    this.whole = whole;
  }

  /** What was spent since this was asked last. */
  public synchronized Map<Resource, Long> takeSpent() {
    var taken = new EnumMap<Resource, Long>(Resource.class);
    taken.putAll(spent);
    spent.clear();
    return taken;
  }

  private synchronized void note(Resource resource, long amount) {
    spent.merge(resource, amount, Long::sum);
  }

  @Override
  public RunScope scope() {
    return whole.scope();
  }

  @Override
  public <T> T commit(Function<DSLContext, T> transaction) {
    return whole.commit(transaction);
  }

  @Override
  public <T> T book(BiFunction<DSLContext, Spending, T> transaction) {
    var booked = new EnumMap<Resource, Long>(Resource.class);
    T result =
        whole.book(
            (dsl, spending) -> {
              booked.clear();
              return transaction.apply(
                  dsl,
                  (resource, amount) -> {
                    booked.merge(resource, amount, Long::sum);
                    spending.spend(resource, amount);
                  });
            });
    booked.forEach(this::note);
    return result;
  }

  @Override
  public boolean mayContinue() throws InterruptedException {
    return whole.mayContinue();
  }

  @Override
  public void spend(Resource resource, long amount) {
    whole.spend(resource, amount);
    note(resource, amount);
  }

  @Override
  public void progress(String doing, int done, int total) {
    whole.progress(doing, done, total);
  }

  @Override
  public void tell(String kind, Object data) {
    whole.tell(kind, data);
  }
}
