package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Route;
import io.autodidact.sample.inventory.kernel.Refusal;
import io.autodidact.sample.inventory.workspace.Workspace;
import io.autodidact.sample.inventory.workspace.WorkspaceId;
import io.autodidact.sample.inventory.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;

/** Collects the operations that work inside the workspace that the header X-Workspace names. */
final class Operations {

  private static final String HEADER = "X-Workspace";

  /** What answers a request in its workspace. */
  @FunctionalInterface
  interface Handler {

    Reply handle(Workspace workspace, Call call);
  }

  private final List<Route> routes = new ArrayList<>();
  private final Workspaces workspaces;

  Operations(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  Operations add(String operationId, String method, String template, Handler handler) {
    routes.add(new Route(operationId, method, template, call -> within(call, handler)));
    return this;
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  private Reply within(Call call, Handler handler) {
    WorkspaceId id =
        call.header()
            .apply(HEADER)
            .map(WorkspaceId::new)
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        HEADER,
                        HEADER
                            + " is missing. Send the id that create_workspace gave in this header."));
    return workspaces.within(id, workspace -> handler.handle(workspace, call));
  }
}
