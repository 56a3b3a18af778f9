package org.anshe.campaign.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts a campaign by hand, without a document; it is a draft until it is started. */
@Service
public class CreateCampaign {

    private final CampaignRepository campaigns;
    private final Areas areas;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    CreateCampaign(CampaignRepository campaigns, Areas areas, Units units, AuditTrail audit, Clock clock) {
        this.campaigns = campaigns;
        this.areas = areas;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    public record NewCampaign(
            UUID id,
            String title,
            @Nullable String summary,
            AreaKey area,
            @Nullable UUID leadUnitId,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    @Transactional
    public void create(Caller caller, NewCampaign created) {
        if (!caller.may("campaign.manage", created.area(), created.leadUnitId())) {
            throw new ProblemException(
                    SharedProblem.FORBIDDEN, "area", created.area().toString());
        }
        Optional<CampaignRow> known = campaigns.find(created.id());
        if (known.isPresent()) {
            if (known.get().area().equals(created.area())
                    && known.get().title().equals(created.title().strip())) {
                return;
            }
            throw new ProblemException(CampaignProblem.ID_TAKEN);
        }
        areas.getActive(created.area());
        if (created.leadUnitId() != null) {
            units.getActive(created.leadUnitId());
        }
        campaigns.add(new CampaignRow(
                created.id(),
                created.title().strip(),
                created.summary(),
                created.area(),
                created.leadUnitId(),
                created.startsOn(),
                created.endsOn(),
                CampaignState.DRAFT,
                null,
                clock.instant(),
                caller.name(),
                null,
                null,
                0));
        audit.record(
                caller,
                "campaign.create",
                Subject.of("campaign", created.id()),
                created.area(),
                Map.of("title", created.title().strip()));
    }
}
