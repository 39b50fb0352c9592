package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Route;
import io.autodidact.sample.inventory.workspace.WorkspaceId;
import io.autodidact.sample.inventory.workspace.Workspaces;
import java.util.List;

/** Making and deleting workspaces. */
final class WorkspaceRoutes {

  private record Created(String id, long idleMinutes) {}

  private final Workspaces workspaces;

  WorkspaceRoutes(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  List<Route> routes() {
    return List.of(
        new Route("create_workspace", "POST", "/workspaces", call -> create()),
        new Route("delete_workspace", "DELETE", "/workspaces/{workspaceId}", this::delete));
  }

  private Reply create() {
    String id = workspaces.create().value();
    return Reply.created("/workspaces/" + id, new Created(id, Workspaces.IDLE.toMinutes()));
  }

  private Reply delete(Call call) {
    workspaces.delete("workspaceId", new WorkspaceId(call.variable("workspaceId")));
    return Reply.noContent();
  }
}
