package org.anshe.audit.web;

import java.time.Instant;
import java.util.UUID;
import org.anshe.audit.internal.AuditQueries;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail for those who watch over the work. */
@RestController
class AuditController {

    private final AuditQueries entries;

    AuditController(AuditQueries entries) {
        this.entries = entries;
    }

    @GetMapping("/api/audit-entries")
    @RequiresPermission("audit.view")
    Page<AuditQueries.Entry> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID actorId,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before) {
        return entries.list(
                caller.scope(), new AuditQueries.Filter(actorId, action, subjectKind, subjectId, from, before), page);
    }
}
