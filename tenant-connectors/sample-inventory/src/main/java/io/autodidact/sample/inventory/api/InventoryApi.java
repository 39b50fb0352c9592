package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.http.Route;
import io.autodidact.sample.inventory.workspace.Workspaces;
import java.util.List;
import java.util.stream.Stream;

/** All operations of the inventory. */
public final class InventoryApi {

  private InventoryApi() {}

  public static List<Route> routes(Workspaces workspaces) {
    Operations operations = new Operations(workspaces);
    CatalogueRoutes.addTo(operations);
    WarehouseRoutes.addTo(operations);
    StockRoutes.addTo(operations);
    SupplierRoutes.addTo(operations);
    OrderRoutes.addTo(operations);
    CustomerRoutes.addTo(operations);
    ReservationRoutes.addTo(operations);
    return Stream.concat(
            new WorkspaceRoutes(workspaces).routes().stream(), operations.routes().stream())
        .toList();
  }
}
