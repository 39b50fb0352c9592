package io.autodidact.tenant;

import static io.autodidact.schema.Tables.MEMBER;
import static io.autodidact.schema.Tables.TENANT;

import io.autodidact.schema.tables.records.MemberRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Who belongs to a tenant. */
@Repository
public class MemberRepository {
  public Optional<Member> find(DSLContext dsl, TenantId tenant, UUID member) {
    return one(dsl, tenant, MEMBER.ID.eq(member));
  }

  Optional<Member> ofPerson(DSLContext dsl, TenantId tenant, UUID person) {
    return one(dsl, tenant, MEMBER.PERSON.eq(person));
  }

  public Optional<Member> withEmail(DSLContext dsl, TenantId tenant, String email) {
    return one(dsl, tenant, MEMBER.EMAIL.eq(email));
  }

  private static Optional<Member> one(DSLContext dsl, TenantId tenant, Condition which) {
    return dsl.selectFrom(MEMBER)
        .where(MEMBER.TENANT_ID.eq(tenant.value()), which)
        .fetchOptional(MemberRepository::read);
  }

  /** In the order they came, those behind that member. */
  public List<Member> list(DSLContext dsl, TenantId tenant, UUID after, int limit) {
    return dsl.selectFrom(MEMBER)
        .where(belongs(tenant), MEMBER.ID.gt(after))
        .orderBy(MEMBER.ID)
        .limit(limit)
        .fetch(MemberRepository::read);
  }

  public List<Member> page(DSLContext dsl, TenantId tenant, int offset, int limit) {
    return dsl.selectFrom(MEMBER)
        .where(belongs(tenant))
        .orderBy(MEMBER.NAME, MEMBER.ID)
        .offset(offset)
        .limit(limit)
        .fetch(MemberRepository::read);
  }

  public int count(DSLContext dsl, TenantId tenant) {
    return dsl.fetchCount(MEMBER, belongs(tenant));
  }

  /** Whether somebody other than this member runs the tenant. */
  public boolean hasOtherAdmin(DSLContext dsl, TenantId tenant, UUID member) {
    return dsl.fetchExists(
        MEMBER,
        belongs(tenant),
        MEMBER.ROLE.eq(PersonRole.TENANT_ADMIN.name()),
        MEMBER.ID.ne(member));
  }

  public void insert(DSLContext dsl, TenantId tenant, Member member) {
    dsl.insertInto(MEMBER)
        .set(MEMBER.TENANT_ID, tenant.value())
        .set(MEMBER.ID, member.id())
        .set(MEMBER.PERSON, member.person().orElse(null))
        .set(MEMBER.EMAIL, member.email().orElse(null))
        .set(MEMBER.NAME, member.name())
        .set(MEMBER.ROLE, member.role().name())
        .set(MEMBER.STATE, member.state().name())
        .set(MEMBER.IN_STEP, member.inStep() ? 1 : 0)
        .execute();
  }

  /** A change that the directory must follow. */
  public void change(
      DSLContext dsl, TenantId tenant, UUID member, PersonRole role, Member.State state) {
    dsl.update(MEMBER)
        .set(MEMBER.ROLE, role.name())
        .set(MEMBER.STATE, state.name())
        .set(MEMBER.VERSION, MEMBER.VERSION.plus(1))
        .where(MEMBER.TENANT_ID.eq(tenant.value()), MEMBER.ID.eq(member))
        .execute();
  }

  /** The invited person has arrived. */
  void arrived(DSLContext dsl, TenantId tenant, UUID member, UUID person) {
    dsl.update(MEMBER)
        .set(MEMBER.PERSON, person)
        .set(MEMBER.STATE, Member.State.ACTIVE.name())
        .where(MEMBER.TENANT_ID.eq(tenant.value()), MEMBER.ID.eq(member))
        .execute();
  }

  /** The directory need not know. */
  public void setRole(DSLContext dsl, TenantId tenant, UUID member, PersonRole role) {
    dsl.update(MEMBER)
        .set(MEMBER.ROLE, role.name())
        .where(MEMBER.TENANT_ID.eq(tenant.value()), MEMBER.ID.eq(member))
        .execute();
  }

  /** Whose account it is. */
  public void isPerson(DSLContext dsl, TenantId tenant, UUID member, UUID person) {
    dsl.update(MEMBER)
        .set(MEMBER.PERSON, person)
        .where(MEMBER.TENANT_ID.eq(tenant.value()), MEMBER.ID.eq(member))
        .execute();
  }

  /** The directory has followed that version. */
  public void markInStep(DSLContext dsl, TenantId tenant, Member member) {
    dsl.update(MEMBER)
        .set(MEMBER.IN_STEP, member.version())
        .where(MEMBER.TENANT_ID.eq(tenant.value()), MEMBER.ID.eq(member.id()))
        .execute();
  }

  /** Nobody has to follow: the invitation came to nothing. */
  public void forget(DSLContext dsl, TenantId tenant, UUID member) {
    dsl.deleteFrom(MEMBER)
        .where(MEMBER.TENANT_ID.eq(tenant.value()), MEMBER.ID.eq(member), MEMBER.PERSON.isNull())
        .execute();
  }

  /** Holds everybody else off this tenant's members until the transaction ends. */
  public void lock(DSLContext dsl, TenantId tenant) {
    dsl.select(TENANT.TENANT_ID)
        .from(TENANT)
        .where(TENANT.TENANT_ID.eq(tenant.value()))
        .forUpdate()
        .fetch();
  }

  private static Condition belongs(TenantId tenant) {
    return MEMBER.TENANT_ID.eq(tenant.value()).and(MEMBER.STATE.ne(Member.State.REMOVED.name()));
  }

  private static Member read(MemberRecord row) {
    return new Member(
        row.getId(),
        Optional.ofNullable(row.getPerson()),
        Optional.ofNullable(row.getEmail()),
        row.getName(),
        PersonRole.valueOf(row.getRole()),
        Member.State.valueOf(row.getState()),
        row.getVersion(),
        row.getVersion().equals(row.getInStep()));
  }
}
