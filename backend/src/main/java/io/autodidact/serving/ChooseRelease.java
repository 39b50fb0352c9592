package io.autodidact.serving;

import io.autodidact.api.NotFound;
import io.autodidact.release.Release;
import io.autodidact.release.ReleaseRepository;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the release that a consumer names. */
@Component
class ChooseRelease {
  private static final int MOST = 200;

  private final TenantTransaction tenantTransaction;
  private final ReleaseRepository releases;

  ChooseRelease(TenantTransaction tenantTransaction, ReleaseRepository releases) {
    this.tenantTransaction = tenantTransaction;
    this.releases = releases;
  }

  /**
   * @throws NotFound if there is none, or it did not pass its gate
   */
  Release choose(TenantId tenant, ModelName model) {
    return tenantTransaction
        .in(
            tenant,
            dsl ->
                switch (model.which()) {
                  case ModelName.Which.Alias(String name) ->
                      releases.byAlias(dsl, tenant, model.agent(), name);
                  case ModelName.Which.Version(int number) ->
                      releases.find(dsl, tenant, model.agent(), number);
                })
        .filter(Release::isReleased)
        .orElseThrow(() -> new NotFound("model; GET /v1/models lists those there are"));
  }

  /** Every name a consumer may call, and the release behind it. */
  List<Name> names(TenantId tenant) {
    return tenantTransaction.in(
        tenant,
        dsl -> {
          var names = new ArrayList<Name>();
          for (var agent : releases.agents(dsl, tenant, "", MOST).items()) {
            releases
                .aliases(dsl, tenant, agent)
                .forEach(
                    (alias, version) ->
                        releases
                            .find(dsl, tenant, agent, version)
                            .ifPresent(
                                release -> names.add(new Name(agent + "@" + alias, release))));
            releases.list(dsl, tenant, agent, 0, MOST).items().stream()
                .filter(Release::isReleased)
                .forEach(release -> names.add(new Name(agent + "@v" + release.version(), release)));
          }
          return names;
        });
  }

  /** A name for a release. */
  record Name(String name, Release release) {}
}
