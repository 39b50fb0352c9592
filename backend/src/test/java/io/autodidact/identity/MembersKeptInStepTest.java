package io.autodidact.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.api.Conflict;
import io.autodidact.migrations.MigratedPostgres;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Doors;
import io.autodidact.tenant.Identity;
import io.autodidact.tenant.Member;
import io.autodidact.tenant.MemberRepository;
import io.autodidact.tenant.Membership;
import io.autodidact.tenant.Memberships;
import io.autodidact.tenant.PersonRole;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantRepository;
import io.autodidact.tenant.TenantTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What is written here holds at once; the directory follows, whatever half of it was lost. */
class MembersKeptInStepTest {
  private static final MigratedPostgres POSTGRES = MigratedPostgres.fresh();

  private final DSLContext database = DSL.using(POSTGRES.app(), SQLDialect.POSTGRES);
  private final TenantTransaction transaction = new TenantTransaction(database);
  private final MemberRepository members = new MemberRepository();
  private final TenantRepository tenants = new TenantRepository();
  private final FakeDirectory directory = new FakeDirectory();
  private final List<Object> news = new ArrayList<>();
  private final Memberships memberships = Doors.memberships(database);
  private final FollowChanges follow = new FollowChanges(transaction, tenants, members, directory);
  private final IdentityJobs jobs =
      new IdentityJobs(POSTGRES.app(), follow, directory, Set.of("api"));
  private final InviteMember invite =
      new InviteMember(transaction, members, follow, jobs, directory);
  private final RemoveMember remove =
      new RemoveMember(transaction, members, follow, jobs, news::add);
  private final ChangeRole changeRole = new ChangeRole(transaction, members);
  private final DisableTenant disable =
      new DisableTenant(transaction, tenants, follow, jobs, news::add);
  private final CreateTenant create = new CreateTenant(transaction, tenants, invite, directory);

  private final String alias = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final TenantId tenant =
      create
          .create(alias, "Trial", new Invitation("admin@" + alias, "Ada Min", Optional.empty()))
          .tenant()
          .id();

  @Test
  void aTenantIsMadeWithSomebodyWhoRunsIt() {
    var admin = member("admin@" + alias);

    assertThat(admin.role()).isEqualTo(PersonRole.TENANT_ADMIN);
    assertThat(directory.membersOf(alias)).containsExactly(admin.person().orElseThrow());
  }

  @Test
  void anAliasIsGivenOnce() {
    var again = new Invitation("other@" + alias, "Olga", Optional.empty());

    assertThatThrownBy(() -> create.create(alias, "Copy", again)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> create.create("platform", "Platform", again))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void whileTheDirectoryIsAwayAnInvitationIsWrittenAndFollowedLater() {
    directory.goAway();
    var invited = invite.invite(tenant, guest("bo"));
    assertThat(invited.member().inStep()).isFalse();
    assertThat(invited.firstPassword()).isEmpty();

    directory.comeBack();
    follow.later(tenant, Optional.of(invited.member().id()));

    var member = member("bo@" + alias);
    assertThat(member.inStep()).isTrue();
    assertThat(directory.membersOf(alias)).contains(member.person().orElseThrow());
  }

  @Test
  void whatWasPromisedForSomebodyWhoIsGoneIsDoneByDoingNothing() {
    int accounts = directory.accounts();

    follow.later(tenant, Optional.of(UUID.randomUUID()));
    follow.later(new TenantId(UUID.randomUUID()), Optional.empty());

    assertThat(directory.accounts()).isEqualTo(accounts);
  }

  @Test
  void anAnswerThatGotLostMakesNoSecondAccount() {
    directory.loseAnswers();
    var invited = invite.invite(tenant, guest("cy"));
    int accounts = directory.accounts();
    directory.comeBack();

    follow.later(tenant, Optional.of(invited.member().id()));
    follow.later(tenant, Optional.of(invited.member().id()));

    assertThat(directory.accounts()).isEqualTo(accounts);
    assertThat(member("cy@" + alias).inStep()).isTrue();
  }

  @Test
  void aRemovalHoldsHereThoughTheDirectoryHasNotHeardOfIt() {
    var who = arrived("di", Set.of());
    directory.goAway();

    remove.remove(tenant, member("di@" + alias).id());

    assertThat(memberships.of(who)).isEmpty();
    assertThat(memberships.in(tenant, who)).isEmpty();
    assertThat(news).containsExactly(new AccessEnded(tenant, Optional.of(who.subject())));
  }

  @Test
  void whoWasRemovedBeforeTheyCameDoesNotComeInByAnOldToken() {
    directory.loseAnswers();
    var invited = invite.invite(tenant, guest("em"));
    directory.comeBack();
    remove.remove(tenant, invited.member().id());

    assertThat(memberships.of(identity(UUID.randomUUID(), "em", Set.of()))).isEmpty();
  }

  @Test
  void whoWasPutIntoTheOrganisationByHandIsABusinessUserWhateverTheyAreElsewhere() {
    var who = identity(UUID.randomUUID(), "fay", Set.of("tenant-admin"));

    assertThat(memberships.of(who))
        .extracting(Membership::role)
        .containsExactly(PersonRole.BUSINESS_USER);
  }

  @Test
  void theFirstAdminOfTheRealmWhoComesRunsATenantThatNobodyRuns() {
    var unknown = "hand-made-" + alias;
    var who =
        new Identity(
            Caller.Kind.PERSON,
            UUID.randomUUID(),
            "Gil",
            Optional.empty(),
            Set.of(unknown),
            Set.of("tenant-admin"));

    var membership = memberships.of(who).getFirst();

    assertThat(membership.role()).isEqualTo(PersonRole.TENANT_ADMIN);
    assertThat(membership.tenantName()).startsWith("Hand made");
  }

  @Test
  void aChangeOfRoleHoldsAtTheNextLook() {
    var who = arrived("hal", Set.of());

    changeRole.change(tenant, member("hal@" + alias).id(), PersonRole.TENANT_ADMIN);

    assertThat(memberships.in(tenant, who).orElseThrow().role()).isEqualTo(PersonRole.TENANT_ADMIN);
  }

  @Test
  void aDisabledTenantLetsNobodyInAndIsClosedInTheDirectory() {
    var who = arrived("ike", Set.of());

    disable.disable(tenant);

    assertThat(memberships.of(who)).isEmpty();
    assertThat(directory.isClosed(alias)).isTrue();
    disable.enable(tenant);
    assertThat(memberships.in(tenant, who)).isPresent();
    assertThat(directory.isClosed(alias)).isFalse();
  }

  @Test
  void ofTwoAdminsWhoRemoveEachOtherAtOnceOneStays() throws Exception {
    var second =
        invite.invite(
            tenant, new Invitation("jo@" + alias, "Jo", Optional.of(PersonRole.TENANT_ADMIN)));
    var first = member("admin@" + alias);
    var threads =
        List.of(first.id(), second.member().id()).stream()
            .map(id -> Thread.ofVirtual().start(() -> tryToRemove(id)))
            .toList();
    for (var thread : threads) {
      thread.join();
    }

    int admins =
        transaction.in(
            tenant,
            dsl ->
                (int)
                    members.page(dsl, tenant, 0, 10).stream()
                        .filter(one -> one.role() == PersonRole.TENANT_ADMIN)
                        .count());
    assertThat(admins).isEqualTo(1);
  }

  private void tryToRemove(UUID id) {
    try {
      remove.remove(tenant, id);
    } catch (Conflict lastOne) {
      assertThat(lastOne).hasMessageContaining("Nobody else runs this tenant");
    }
  }

  private Identity arrived(String name, Set<String> roles) {
    var person = invite.invite(tenant, guest(name)).member().person().orElseThrow();
    var who = identity(person, name, roles);
    assertThat(memberships.of(who)).hasSize(1);
    return who;
  }

  private Invitation guest(String name) {
    return new Invitation(name + "@" + alias, name, Optional.empty());
  }

  private Identity identity(UUID subject, String name, Set<String> roles) {
    return new Identity(
        Caller.Kind.PERSON, subject, name, Optional.of(name + "@" + alias), Set.of(alias), roles);
  }

  private Member member(String email) {
    return transaction.in(tenant, dsl -> members.withEmail(dsl, tenant, email)).orElseThrow();
  }
}
