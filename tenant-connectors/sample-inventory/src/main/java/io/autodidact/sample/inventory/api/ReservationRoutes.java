package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Fields;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Shape;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.sales.Customer;
import io.autodidact.sample.inventory.sales.Reservation;
import io.autodidact.sample.inventory.sales.ReservationData;
import io.autodidact.sample.inventory.sales.ReservationFilter;
import io.autodidact.sample.inventory.stock.Place;
import io.autodidact.sample.inventory.stock.Warehouse;
import io.autodidact.sample.inventory.workspace.Workspace;
import java.time.Instant;

/** Reservations. */
final class ReservationRoutes {

  private record Row(
      Id<Reservation> id,
      Id<Customer> customerId,
      Id<Item> itemId,
      Id<Warehouse> warehouseId,
      int quantity,
      Reservation.Status status) {

    static Row of(Reservation reservation) {
      ReservationData data = reservation.data();
      return new Row(
          reservation.id(),
          data.customerId(),
          data.place().itemId(),
          data.place().warehouseId(),
          data.quantity(),
          reservation.status());
    }
  }

  private record View(
      Id<Reservation> id,
      Id<Customer> customerId,
      Id<Item> itemId,
      Id<Warehouse> warehouseId,
      int quantity,
      Reservation.Status status,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Reservation reservation) {
      ReservationData data = reservation.data();
      return new View(
          reservation.id(),
          data.customerId(),
          data.place().itemId(),
          data.place().warehouseId(),
          data.quantity(),
          reservation.status(),
          reservation.createdAt(),
          reservation.updatedAt());
    }
  }

  private ReservationRoutes() {}

  static void addTo(Operations operations) {
    String one = "/reservations/{reservationId}";
    operations
        .add("create_reservation", "POST", "/reservations", ReservationRoutes::create)
        .add("list_reservations", "GET", "/reservations", ReservationRoutes::list)
        .add("get_reservation", "GET", one, ReservationRoutes::get)
        .add("release_reservation", "POST", one + "/release", ReservationRoutes::release)
        .add("fulfil_reservation", "POST", one + "/fulfil", ReservationRoutes::fulfil);
  }

  private static Reply create(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var customerId = fields.required("customerId", Shape.<Customer>id());
    var itemId = fields.required("itemId", Shape.<Item>id());
    var warehouseId = fields.required("warehouseId", Shape.<Warehouse>id());
    var quantity = fields.required("quantity", Shape.quantity());
    Reservation reservation =
        workspace
            .reservations()
            .add(
                fields.into(
                    () ->
                        new ReservationData(
                            customerId.get(),
                            new Place(itemId.get(), warehouseId.get()),
                            quantity.get())));
    return Reply.created("/reservations/" + reservation.id().value(), View.of(reservation));
  }

  private static Reply list(Workspace workspace, Call call) {
    Fields fields = call.parameters();
    var customerId = fields.optional("customerId", Shape.<Customer>id());
    var itemId = fields.optional("itemId", Shape.<Item>id());
    var status = fields.optional("status", Shape.oneOf(Reservation.Status.class));
    var page = Paging.page(fields);
    return Reply.ok(
        fields
            .into(
                () ->
                    workspace
                        .reservations()
                        .page(
                            new ReservationFilter(customerId.get(), itemId.get(), status.get()),
                            page.get()))
            .map(Row::of));
  }

  private static Reply get(Workspace workspace, Call call) {
    return ok(workspace.reservations().get(call.id("reservationId")));
  }

  private static Reply release(Workspace workspace, Call call) {
    return ok(workspace.reservations().release(call.id("reservationId")));
  }

  private static Reply fulfil(Workspace workspace, Call call) {
    return ok(workspace.reservations().fulfil(call.id("reservationId")));
  }

  private static Reply ok(Reservation reservation) {
    return Reply.ok(View.of(reservation));
  }
}
