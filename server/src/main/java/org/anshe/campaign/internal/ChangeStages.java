package org.anshe.campaign.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.internal.CampaignParts.Stage;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and withdraws stages of a campaign. */
@Service
public class ChangeStages {

    private final CampaignAccess access;
    private final CampaignPartsRepository parts;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeStages(CampaignAccess access, CampaignPartsRepository parts, AuditTrail audit, Clock clock) {
        this.access = access;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Name and days of a stage.
     *
     * @param version of the stage as the person saw it; 0 for a new one
     */
    public record Facts(
            int version,
            String name,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    @Transactional
    public void put(Caller caller, UUID campaign, UUID id, Facts facts) {
        CampaignRow row = access.lockOpen(caller, campaign);
        Optional<Stage> known = parts.findStage(campaign, id);
        Stage stage = new Stage(
                id,
                facts.name().strip(),
                facts.startsOn(),
                facts.startsOn() == null ? null : DatePrecision.DAY,
                facts.endsOn(),
                facts.endsOn() == null ? null : DatePrecision.DAY,
                null,
                facts.version());
        if (known.isEmpty()) {
            parts.addStage(campaign, stage);
        } else if (!parts.changeStage(keepPrecision(known.get(), stage))) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(
                caller,
                known.isEmpty() ? "campaign.add-stage" : "campaign.change-stage",
                Subject.of("campaign", campaign),
                row.area(),
                Map.of("stage", id.toString(), "name", stage.name()));
    }

    @Transactional
    public void withdraw(Caller caller, UUID campaign, UUID id, int version) {
        CampaignRow row = access.lockOpen(caller, campaign);
        Stage stage = parts.findStage(campaign, id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!parts.withdrawStage(campaign, id, version, clock.instant())) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(
                caller,
                "campaign.withdraw-stage",
                Subject.of("campaign", campaign),
                row.area(),
                Map.of("stage", id.toString(), "name", stage.name()));
    }

    /** A day that was not touched stays as exact as it was printed. */
    private static Stage keepPrecision(Stage before, Stage after) {
        boolean sameStart = after.startsOn() != null && after.startsOn().equals(before.startsOn());
        boolean sameEnd = after.endsOn() != null && after.endsOn().equals(before.endsOn());
        return new Stage(
                after.id(),
                after.name(),
                after.startsOn(),
                sameStart ? before.startsPrecision() : after.startsPrecision(),
                after.endsOn(),
                sameEnd ? before.endsPrecision() : after.endsPrecision(),
                before.source(),
                after.version());
    }
}
