package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.Hazards;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Service;

/** The module as others use it. */
@Service
class KeepHazards implements Hazards {

    private final ReportHazard reporting;
    private final HazardQueries hazards;
    private final HazardDomains domains;

    KeepHazards(ReportHazard reporting, HazardQueries hazards, HazardDomains domains) {
        this.reporting = reporting;
        this.hazards = hazards;
        this.domains = domains;
    }

    @Override
    public String report(Caller caller, Report report) {
        return reporting.report(caller, report);
    }

    @Override
    public String reportFound(Caller caller, Report report) {
        return reporting.reportFound(caller, report);
    }

    @Override
    public boolean isDomain(String code) {
        return domains.isKnown(code);
    }

    @Override
    public Optional<Instant> firstDeadline(Scope scope, UUID sourceId) {
        return hazards.firstDeadline(scope, sourceId);
    }

    @Override
    public Map<UUID, List<Summary>> bySource(Scope scope, Collection<UUID> sourceIds) {
        return hazards.bySource(scope, sourceIds);
    }
}
