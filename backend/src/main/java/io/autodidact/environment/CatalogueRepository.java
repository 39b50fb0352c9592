package io.autodidact.environment;

import static io.autodidact.schema.Tables.CATALOGUE;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Defect;
import io.autodidact.connector.Operation;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Catalogues at rest: one version for every change of what the software offers. */
@Repository
public class CatalogueRepository {
  /** Keeps the catalogue as a new version, unless the newest one is equal. */
  StoredCatalogue keep(
      DSLContext dsl, TenantId tenant, EnvironmentId environment, Catalogue catalogue) {
    var operations = StoredJson.write(catalogue.operations());
    var digest = sha256(operations.data());
    var newest = newest(dsl, tenant, environment);
    if (newest.isPresent() && newest.get().digest().equals(digest)) {
      return newest.get();
    }
    int version = newest.map(StoredCatalogue::version).orElse(0) + 1;
    dsl.insertInto(CATALOGUE)
        .set(CATALOGUE.TENANT_ID, tenant.value())
        .set(CATALOGUE.ENVIRONMENT_ID, environment.value())
        .set(CATALOGUE.VERSION, version)
        .set(CATALOGUE.DIGEST, digest)
        .set(CATALOGUE.OPERATIONS, operations)
        .set(CATALOGUE.DEFECTS, StoredJson.write(catalogue.defects()))
        .execute();
    return new StoredCatalogue(environment, version, digest, catalogue);
  }

  public Optional<StoredCatalogue> newest(
      DSLContext dsl, TenantId tenant, EnvironmentId environment) {
    return dsl.selectFrom(CATALOGUE)
        .where(
            CATALOGUE.TENANT_ID.eq(tenant.value()),
            CATALOGUE.ENVIRONMENT_ID.eq(environment.value()))
        .orderBy(CATALOGUE.VERSION.desc())
        .limit(1)
        .fetchOptional(CatalogueRepository::read);
  }

  private static StoredCatalogue read(Record row) {
    var types = StoredJson.MAPPER.getTypeFactory();
    List<Operation> operations =
        StoredJson.read(
            row.get(CATALOGUE.OPERATIONS),
            types.constructCollectionType(List.class, Operation.class));
    List<Defect> defects =
        StoredJson.read(
            row.get(CATALOGUE.DEFECTS), types.constructCollectionType(List.class, Defect.class));
    return new StoredCatalogue(
        new EnvironmentId(row.get(CATALOGUE.ENVIRONMENT_ID)),
        row.get(CATALOGUE.VERSION),
        row.get(CATALOGUE.DIGEST),
        new Catalogue(operations, defects));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
