package io.autodidact.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AheadTest {
  @Test
  void thingsComeInTheOrderOfTheirNumbers() throws InterruptedException {
    try (var ahead = new Ahead<>(number -> number, 5, 4, 2)) {
      assertThat(ahead.next(3)).containsExactly(5, 6, 7);
      assertThat(ahead.next(6)).containsExactly(8, 9, 10, 11, 12, 13);
    }
  }

  @Test
  void theyAreMadeBeforeTheyAreAskedFor() throws InterruptedException {
    var made = new CountDownLatch(4);
    try (var ahead =
        new Ahead<>(
            number -> {
              made.countDown();
              return number;
            },
            0,
            4,
            2)) {
      assertThat(made.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(ahead.next(1)).containsExactly(0);
    }
  }

  @Test
  void aFailureComesUpWhereTheThingIsAskedFor() {
    try (var ahead =
        new Ahead<Integer>(
            number -> {
              throw new IllegalStateException("no task " + number);
            },
            3,
            1,
            1)) {
      assertThatThrownBy(() -> ahead.next(1)).hasMessage("no task 3");
    }
  }
}
