package org.anshe.campaign.internal.lists;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.ListProblem;
import org.anshe.campaign.internal.SeenCampaigns;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.Hazards;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a list, changes what it is about, and closes it. */
@Service
public class KeepList {

    private static final String MANAGE = "list.manage";

    private final ListRepository lists;
    private final KindRepository kinds;
    private final ListAccess access;
    private final SeenCampaigns campaigns;
    private final Hazards hazards;
    private final Areas areas;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    KeepList(
            ListRepository lists,
            KindRepository kinds,
            ListAccess access,
            SeenCampaigns campaigns,
            Hazards hazards,
            Areas areas,
            Units units,
            AuditTrail audit,
            Clock clock) {
        this.lists = lists;
        this.kinds = kinds;
        this.access = access;
        this.campaigns = campaigns;
        this.hazards = hazards;
        this.areas = areas;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a list is about.
     *
     * @param unitId who hands it in
     * @param byRule whether the hazards of the area, the span, the domains and the grade are in it
     * @param domains empty: all
     */
    public record Facts(
            String title,
            @Nullable UUID unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            boolean byRule,
            Set<String> domains,
            @Nullable HazardGrade grade) {}

    @Transactional
    public void create(Caller caller, UUID id, UUID kindId, AreaKey area, @Nullable UUID campaignId, Facts facts) {
        if (!caller.may(MANAGE, area, facts.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "area", area.toString());
        }
        areas.getActive(area);
        ListKind kind = kinds.find(kindId)
                .filter(found -> found.servesArea(area))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (kind.retiredAt() != null) {
            throw new ProblemException(ListProblem.KIND_RETIRED);
        }
        if (campaignId != null && campaigns.find(caller, campaignId).isEmpty()) {
            throw new ProblemException(SharedProblem.NOT_FOUND, "campaign", campaignId);
        }
        check(facts);
        ListRow list = new ListRow(
                id,
                kindId,
                kind.version(),
                facts.title().strip(),
                area,
                facts.unitId(),
                campaignId,
                facts.startsOn(),
                facts.endsOn(),
                facts.byRule(),
                facts.domains(),
                facts.grade(),
                true,
                clock.instant(),
                caller.name(),
                null,
                null,
                0);
        if (!lists.add(list)) {
            Optional<ListRow> known =
                    lists.find(id).filter(found -> found.area().equals(area));
            if (known.filter(found -> found.title().equals(list.title())).isPresent()) {
                return;
            }
            throw new ProblemException(CampaignProblem.ID_TAKEN);
        }
        record(
                caller,
                "list.create",
                list,
                Map.of("title", list.title(), "kind", kind.names().simplified()));
    }

    @Transactional
    public void change(Caller caller, UUID id, int version, Facts facts) {
        ListRow list = access.lockOpen(caller, id, version);
        if (!caller.may(MANAGE, list.area(), facts.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN);
        }
        check(facts);
        lists.change(new ListRow(
                id,
                list.kindId(),
                list.kindVersion(),
                facts.title().strip(),
                list.area(),
                facts.unitId(),
                list.campaignId(),
                facts.startsOn(),
                facts.endsOn(),
                facts.byRule(),
                facts.domains(),
                facts.grade(),
                true,
                list.createdAt(),
                list.createdByName(),
                null,
                null,
                list.version()));
        record(caller, "list.change", list, Map.of("title", facts.title().strip()));
    }

    @Transactional
    public void close(Caller caller, UUID id, int version, String reason) {
        ListRow list = access.lockOpen(caller, id, version);
        lists.close(id, clock.instant(), reason.strip());
        record(caller, "list.close", list, Map.of("title", list.title(), "reason", reason.strip()));
    }

    private void check(Facts facts) {
        if (facts.endsOn() != null && facts.endsOn().isBefore(facts.startsOn())) {
            throw new ProblemException(ListProblem.LIST_SPAN);
        }
        facts.domains().stream()
                .filter(domain -> !hazards.isDomain(domain))
                .findFirst()
                .ifPresent(domain -> {
                    throw new ProblemException(ListProblem.UNKNOWN_DOMAIN, "domain", domain);
                });
        if (facts.unitId() != null) {
            units.getActive(facts.unitId());
        }
    }

    private void record(Caller caller, String action, ListRow list, Map<String, ?> facts) {
        audit.record(caller, action, Subject.of("list", list.id()), list.area(), facts);
    }
}
