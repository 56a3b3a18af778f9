package org.anshe.campaign.internal.lists;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.ListProblem;
import org.anshe.campaign.internal.CampaignParts.Stage;
import org.anshe.campaign.internal.SeenCampaigns;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a list as it stands, with a seal over its rows; the list lives on. */
@Service
public class FreezeList {

    static final int MOST = 50_000;

    private final ListAccess access;
    private final ListLines lines;
    private final VersionRepository versions;
    private final SeenCampaigns campaigns;
    private final AuditTrail audit;
    private final Clock clock;

    FreezeList(
            ListAccess access,
            ListLines lines,
            VersionRepository versions,
            SeenCampaigns campaigns,
            AuditTrail audit,
            Clock clock) {
        this.access = access;
        this.lines = lines;
        this.versions = versions;
        this.campaigns = campaigns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Freezes and returns the number of the version. All rows of the list are frozen, not only those the caller sees.
     *
     * @param stage the stage that ends with it; null for a version in between
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public int freeze(Caller caller, UUID id, String name, @Nullable UUID stage) {
        ListRow list = access.lockOpen(caller, id);
        if (stage != null) {
            checkStage(list, stage);
        }
        int nth = versions.next(id);
        int rows = 0;
        for (ListPart part : access.kind(list).parts()) {
            rows += copy(list, part, nth);
        }
        versions.seal(id, nth, name.strip(), stage, clock.instant(), caller.name(), rows);
        audit.record(
                caller,
                "list.freeze",
                Subject.of("list", id),
                list.area(),
                Map.of("title", list.title(), "nth", nth, "name", name.strip(), "rows", rows));
        return nth;
    }

    private int copy(ListRow list, ListPart part, int nth) {
        int rows = 0;
        @Nullable String after = null;
        do {
            Page<ListLine> page = lines.page(
                    ListLines.Reader.EVERYBODY, list, part, null, new PageRequest(PageRequest.LARGEST_LIMIT, after));
            if (rows + page.items().size() > MOST) {
                throw new ProblemException(ListProblem.LIST_TOO_LARGE, "most", MOST);
            }
            versions.addRows(list.id(), nth, part.code(), rows + 1, page.items());
            rows += page.items().size();
            after = page.next();
        } while (after != null);
        return rows;
    }

    private void checkStage(ListRow list, UUID stage) {
        UUID campaign = list.campaignId();
        boolean belongs = campaign != null
                && campaigns.stages(campaign).stream().map(Stage::id).anyMatch(stage::equals);
        if (!belongs) {
            throw new ProblemException(ListProblem.STAGE_ELSEWHERE);
        }
        if (versions.hasStage(list.id(), stage)) {
            throw new ProblemException(ListProblem.STAGE_FROZEN);
        }
    }
}
