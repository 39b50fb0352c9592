package io.autodidact.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.api.NotFound;
import io.autodidact.environment.AllowNetworks.Opening;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Forbidden;
import io.autodidact.tenant.TenantId;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform admin opens networks to one environment of one tenant, and to no other. */
class AllowNetworksTest {
  private static final Tenants TENANTS = new Tenants();

  private final AllowedNetworks allowed = new AllowedNetworks(TENANTS.transaction);
  private final OutboundAddresses outbound = new OutboundAddresses(List.of(), allowed);
  private final AllowNetworks allow = new AllowNetworks(TENANTS.transaction, allowed);
  private final TenantId tenant = TENANTS.create();
  private final Caller admin =
      Caller.key(UUID.randomUUID(), "test", TENANTS.create(), Set.of("manage", "platform"));

  private boolean reaches(TenantId who, String environment, String address) {
    return outbound.of(who, environment).test(InetAddress.ofLiteral(address));
  }

  private void open(String... networks) {
    var all = Stream.of(networks).map(Network::new).toList();
    allow.allow(admin, new Opening(tenant, "shop", all, "The shop is in our own network."));
  }

  @Test
  void aNetworkIsOpenedToOneEnvironmentOnlyAndClosedAgain() {
    assertThat(reaches(tenant, "shop", "10.1.2.3")).isFalse();

    open("10.1.0.0/16", "fd00:1::/32");

    assertThat(reaches(tenant, "shop", "10.1.2.3")).isTrue();
    assertThat(reaches(tenant, "shop", "fd00:1::7")).isTrue();
    assertThat(reaches(tenant, "shop", "10.2.2.3")).isFalse();
    assertThat(reaches(tenant, "another shop", "10.1.2.3")).isFalse();
    assertThat(reaches(TENANTS.create(), "shop", "10.1.2.3")).isFalse();

    open();

    assertThat(reaches(tenant, "shop", "10.1.2.3")).isFalse();
  }

  @Test
  void noListOpensWhatHandsOutAMachinesCredentials() {
    open("169.254.0.0/16", "100.64.0.0/10");

    assertThat(reaches(tenant, "shop", "169.254.1.1")).isTrue();
    assertThat(reaches(tenant, "shop", "169.254.169.254")).isFalse();
    assertThat(reaches(tenant, "shop", "100.100.100.200")).isFalse();
    assertThat(reaches(tenant, "shop", "168.63.129.16")).isFalse();
  }

  @Test
  void whoDoesNotRunThePlatformOpensNothing() {
    var manager = Caller.key(UUID.randomUUID(), "test", tenant, Set.of("manage", "chat"));
    var opening = new Opening(tenant, "shop", List.of(new Network("10.0.0.0/8")), "Please.");

    assertThatThrownBy(() -> allow.allow(manager, opening)).isInstanceOf(Forbidden.class);
    assertThat(reaches(tenant, "shop", "10.1.2.3")).isFalse();
  }

  @Test
  void aTenantThatIsNotThereIsNotFound() {
    var nobody = new TenantId(UUID.randomUUID());
    var opening = new Opening(nobody, "shop", List.of(), "Why not?");

    assertThatThrownBy(() -> allow.allow(admin, opening)).isInstanceOf(NotFound.class);
  }

  @Test
  void publicAddressesNeedNoList() {
    assertThat(reaches(tenant, "shop", "8.8.8.8")).isTrue();
    assertThat(reaches(tenant, "shop", "2606:4700::1111")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "10.0.0.0/7",
        "::/0",
        "fd00::/8",
        "10.1.2.3/16",
        "10.0.0.0/33",
        "10.1",
        "0x0a/8",
        "shop.example.com",
        "fe80::1%lo",
        ""
      })
  void whatIsNoNetworkOrTooWideIsRefusedInWords(String text) {
    assertThatThrownBy(() -> open(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
