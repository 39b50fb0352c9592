package io.autodidact.audit;

import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.audit.VerifyAudit.Verdict;
import io.autodidact.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes for the tenant's audit. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/audit")
class AuditApi {
  private final AuditQueries audit;
  private final VerifyAudit verify;

  AuditApi(AuditQueries audit, VerifyAudit verify) {
    this.audit = audit;
    this.verify = verify;
  }

  @Operation(summary = "Search who changed what, newest first")
  @GetMapping
  Page<AuditEntry> find(
      @AuthenticationPrincipal Caller caller,
      AuditFilter filter,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    return audit.find(caller.tenant(), filter, after, limit);
  }

  @Operation(summary = "Export the audit as JSON Lines, oldest first; its last line is the anchor")
  @GetMapping(path = "/export", produces = "application/x-ndjson")
  void export(
      @AuthenticationPrincipal Caller caller, AuditFilter filter, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/x-ndjson;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"audit.jsonl\"");
    audit.export(caller.tenant(), filter, response.getOutputStream());
  }

  @Operation(summary = "Find entries that were changed, taken out or moved")
  @PostMapping("/verify")
  Verdict verify(
      @AuthenticationPrincipal Caller caller,
      @RequestBody(required = false) Optional<Anchor> anchor) {
    return verify.verify(caller.tenant(), anchor);
  }
}
