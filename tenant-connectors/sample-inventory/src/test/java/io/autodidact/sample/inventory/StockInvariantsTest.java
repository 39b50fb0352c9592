package io.autodidact.sample.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.sales.Reservation;
import io.autodidact.sample.inventory.sales.ReservationFilter;
import io.autodidact.sample.inventory.stock.Movement;
import io.autodidact.sample.inventory.stock.MovementFilter;
import io.autodidact.sample.inventory.stock.Place;
import io.autodidact.sample.inventory.stock.StockLevel;
import io.autodidact.sample.inventory.stock.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random work by many seeds: whatever is done or refused, the books agree with the shelves. */
class StockInvariantsTest {

  private static final int STEPS = 400;

  @ParameterizedTest
  @MethodSource("seeds")
  void movementsSumUpToWhatIsOnHandAndPromisesToWhatIsReserved(int seed) {
    RandomWork work = new RandomWork(seed);
    int done = 0;
    for (int step = 0; step < STEPS; step++) {
      done += work.act() ? 1 : 0;
      if (step % 20 == 0 || step == STEPS - 1) {
        checkEveryPlace(work);
      }
    }
    assertThat(done).as("steps that were not refused").isBetween(STEPS / 4, STEPS - 1);
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  private void checkEveryPlace(RandomWork work) {
    List<Movement> movements = allMovements(work);
    List<Reservation> open = openReservations(work);
    for (Place place : work.places()) {
      StockLevel level = work.workspace().levels().at(place);
      assertThat(level.onHand()).isEqualTo(net(movements, place)).isNotNegative();
      assertThat(level.reserved()).isEqualTo(promised(open, place));
      assertThat(level.available()).isNotNegative();
    }
  }

  private static int net(List<Movement> movements, Place place) {
    return movements.stream()
        .filter(movement -> movement.itemId().equals(place.itemId()))
        .mapToInt(movement -> movement.quantity() * sign(movement.route(), place.warehouseId()))
        .sum();
  }

  private static int sign(Movement.Route route, Id<Warehouse> warehouse) {
    int in = route.to().filter(warehouse::equals).isPresent() ? 1 : 0;
    int out = route.from().filter(warehouse::equals).isPresent() ? 1 : 0;
    return in - out;
  }

  private static int promised(List<Reservation> open, Place place) {
    return open.stream()
        .filter(reservation -> reservation.data().place().equals(place))
        .mapToInt(reservation -> reservation.data().quantity())
        .sum();
  }

  private List<Movement> allMovements(RandomWork work) {
    var filter = new MovementFilter(Optional.empty(), Optional.empty(), Optional.empty());
    return pages(request -> work.workspace().movements().page(filter, request).items());
  }

  private List<Reservation> openReservations(RandomWork work) {
    var filter =
        new ReservationFilter(
            Optional.empty(), Optional.empty(), Optional.of(Reservation.Status.OPEN));
    return pages(request -> work.workspace().reservations().page(filter, request).items());
  }

  private static <T> List<T> pages(Function<PageRequest, List<T>> read) {
    List<T> all = new ArrayList<>();
    List<T> page = read.apply(new PageRequest(0, PageRequest.LARGEST));
    for (int number = 1; !page.isEmpty(); number++) {
      all.addAll(page);
      page = read.apply(new PageRequest(number, PageRequest.LARGEST));
    }
    return all;
  }
}
