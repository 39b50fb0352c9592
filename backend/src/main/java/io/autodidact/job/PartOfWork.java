package io.autodidact.job;

import io.autodidact.tenant.RunScope;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Work as a part of it is given it: everything is the whole's, but how far the part is, is told as
 * how far the whole is.
 */
public record PartOfWork(Work whole, Telling telling) implements Work {
  /** Says how far the whole is, given how far the part is. */
  public interface Telling {
    void progress(String doing, int done, int total);
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
    return whole.book(transaction);
  }

  @Override
  public boolean mayContinue() throws InterruptedException {
    return whole.mayContinue();
  }

  @Override
  public void spend(Resource resource, long amount) {
    whole.spend(resource, amount);
  }

  @Override
  public void progress(String doing, int done, int total) {
    telling.progress(doing, done, total);
  }

  @Override
  public void tell(String kind, Object data) {
    whole.tell(kind, data);
  }
}
