package org.anshe.campaign.internal.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.anshe.campaign.ListProblem;
import org.anshe.campaign.internal.CampaignParts.Stage;
import org.anshe.campaign.internal.SeenCampaigns;
import org.anshe.campaign.internal.lists.ListLines.Reader;
import org.anshe.campaign.internal.lists.ListQueries.Filter;
import org.anshe.campaign.internal.lists.ListQueries.Found;
import org.anshe.campaign.internal.lists.VersionQueries.Difference;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardLedger.Counts;
import org.anshe.hazard.HazardLedger.Standing;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows lists: the list of lists, one with its parts and versions, the rows of a part now or frozen. */
@Service
public class ShowLists {

    private final ListQueries queries;
    private final ListAccess access;
    private final ListLines lines;
    private final VersionQueries versions;
    private final SeenCampaigns campaigns;
    private final Areas areas;
    private final Units units;

    ShowLists(
            ListQueries queries,
            ListAccess access,
            ListLines lines,
            VersionQueries versions,
            SeenCampaigns campaigns,
            Areas areas,
            Units units) {
        this.queries = queries;
        this.access = access;
        this.lines = lines;
        this.versions = versions;
        this.campaigns = campaigns;
        this.areas = areas;
        this.units = units;
    }

    /** What to look for; null members do not restrict. */
    public record Search(
            @Nullable Boolean open,
            @Nullable UUID kindId,
            @Nullable UUID campaignId,
            @Nullable AreaKey area,
            @Nullable String text) {}

    /** A list in the list of lists; {@code versions} says how often it was frozen. */
    public record Listed(
            UUID id,
            String title,
            UUID kindId,
            LocalText kind,
            AreaKey area,
            @Nullable String areaName,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable UUID campaignId,
            @Nullable String campaignTitle,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            boolean open,
            int versions,
            Instant createdAt) {}

    /** A frozen version. */
    public record Version(
            int nth,
            String name,
            @Nullable String stageName,
            Instant frozenAt,
            String frozenByName,
            int rows,
            String sha256) {}

    /** A stage of the campaign; {@code frozen} when the list was frozen at its end. */
    public record StageOf(UUID id, String name, @Nullable LocalDate endsOn, boolean frozen) {}

    /**
     * A list whole, without its rows.
     *
     * @param counts of its hazards, as far as the caller sees them; null when it shows none
     */
    public record View(
            Listed list,
            boolean byRule,
            Set<String> domains,
            @Nullable HazardGrade grade,
            String createdByName,
            @Nullable String closeReason,
            int version,
            List<ListPart> parts,
            @Nullable Counts counts,
            List<StageOf> stages,
            List<Version> versions,
            boolean mayManage,
            boolean mayFill) {}

    @Transactional(readOnly = true)
    public Page<Listed> list(Caller caller, Search search, PageRequest page) {
        Filter filter = new Filter(
                search.open(), search.kindId(), search.campaignId(), areas.rangesOf(search.area()), search.text());
        Page<Found> found = queries.list(caller.scope(), filter, page);
        return new Page<>(named(found.items()), found.next(), null);
    }

    @Transactional(readOnly = true)
    public View show(Caller caller, UUID id) {
        Found found = queries.find(caller.scopeFor(ListAccess.VIEW), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        ListRow list = found.list();
        ListKind kind = access.kind(list);
        boolean views = kind.parts().stream().anyMatch(part -> part.type() == ListPart.Type.HAZARDS);
        List<VersionQueries.Version> frozen = versions.of(id);
        return new View(
                named(List.of(found)).getFirst(),
                list.byRule(),
                list.domains(),
                list.grade(),
                list.createdByName(),
                list.closeReason(),
                list.version(),
                kind.parts(),
                views ? lines.count(Reader.of(caller), list) : null,
                stages(list, frozen),
                frozen.stream().map(ShowLists::version).toList(),
                caller.may("list.manage", list.area(), list.unitId()),
                caller.may("list.fill", list.area(), list.unitId()));
    }

    /** @param nth the frozen version, null for the list as it stands */
    @Transactional(readOnly = true)
    public Page<ListLine> rows(
            Caller caller, UUID id, String code, @Nullable Integer nth, @Nullable Standing standing, PageRequest page) {
        ListRow list = access.seen(caller, id);
        ListPart part = part(access.kind(list), code);
        return nth == null
                ? lines.page(Reader.of(caller), list, part, standing, page)
                : frozen(caller, list, part, nth, page);
    }

    /** Rows of a part that differ between two frozen versions. */
    @Transactional(readOnly = true)
    public Page<Difference> differences(Caller caller, UUID id, String code, int from, int to, PageRequest page) {
        ListRow list = access.seen(caller, id);
        ListPart part = part(access.kind(list), code);
        for (int nth : List.of(from, to)) {
            requireVersion(id, nth);
        }
        return versions.differences(Reader.of(caller).of(part.type()), id, code, from, to, page);
    }

    /** Whether the rows of a version are still those that were sealed. */
    @Transactional(readOnly = true)
    public boolean holds(Caller caller, UUID id, int nth) {
        access.seen(caller, id);
        requireVersion(id, nth);
        return versions.holds(id, nth);
    }

    private Page<ListLine> frozen(Caller caller, ListRow list, ListPart part, int nth, PageRequest page) {
        requireVersion(list.id(), nth);
        return versions.rows(Reader.of(caller).of(part.type()), list.id(), nth, part.code(), page);
    }

    private void requireVersion(UUID list, int nth) {
        if (versions.find(list, nth).isEmpty()) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
    }

    private static ListPart part(ListKind kind, String code) {
        return kind.part(code).orElseThrow(() -> new ProblemException(ListProblem.UNKNOWN_PART));
    }

    private List<StageOf> stages(ListRow list, List<VersionQueries.Version> frozen) {
        if (list.campaignId() == null) {
            return List.of();
        }
        List<StageOf> stages = new ArrayList<>();
        for (Stage stage : campaigns.stages(list.campaignId())) {
            boolean done = frozen.stream().anyMatch(version -> stage.name().equals(version.stageName()));
            stages.add(new StageOf(stage.id(), stage.name(), stage.endsOn(), done));
        }
        return stages;
    }

    private List<Listed> named(List<Found> rows) {
        Map<AreaKey, String> names = areas.names(
                rows.stream().map(row -> row.list().area()).distinct().toList());
        Map<UUID, Units.Unit> holders = units.byIds(rows.stream()
                .map(row -> row.list().unitId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream().map(row -> listed(row, names, holders)).toList();
    }

    private static Listed listed(Found row, Map<AreaKey, String> names, Map<UUID, Units.Unit> holders) {
        ListRow list = row.list();
        Units.Unit unit = list.unitId() == null ? null : holders.get(list.unitId());
        return new Listed(
                list.id(),
                list.title(),
                list.kindId(),
                row.kind(),
                list.area(),
                names.get(list.area()),
                list.unitId(),
                unit == null ? null : unit.name(),
                list.campaignId(),
                row.campaignTitle(),
                list.startsOn(),
                list.endsOn(),
                list.open(),
                row.versions(),
                list.createdAt());
    }

    private static Version version(VersionQueries.Version row) {
        return new Version(
                row.nth(), row.name(), row.stageName(), row.frozenAt(), row.frozenByName(), row.rows(), row.sha256());
    }
}
