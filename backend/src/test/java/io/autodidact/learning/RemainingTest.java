package io.autodidact.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemainingTest {
  private static final Duration UNLIMITED = Duration.ofDays(365);

  @Test
  void theBarsSpeedSaysHowLongItWillTake() {
    var remaining = new Remaining(UNLIMITED);
    remaining.seconds(1, 96, seconds(10));

    assertThat(remaining.seconds(24, 96, seconds(60))).hasValue(180);
  }

  @Test
  void nobodyCanSayBeforeTheBarHasMoved() {
    assertThat(new Remaining(UNLIMITED).seconds(1, 96, seconds(30))).isEmpty();
  }

  @Test
  void aLimitIsTheMostThatIsLeft() {
    var remaining = new Remaining(seconds(100));

    assertThat(remaining.seconds(0, 3000, seconds(10))).hasValue(90);
    assertThat(remaining.seconds(300, 3000, seconds(20))).hasValue(80);
  }

  @Test
  void whatWasDoneBeforeAnInterruptionIsNoSpeed() {
    var remaining = new Remaining(UNLIMITED);
    remaining.seconds(48, 96, seconds(2));

    assertThat(remaining.seconds(50, 96, seconds(12))).isEmpty();
    assertThat(remaining.seconds(60, 96, seconds(62))).hasValue(180);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
