package org.anshe.campaign.internal.lists;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.ListProblem;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds kinds of lists, changes them and takes them out of use. Lists keep the version they were made with. */
@Service
public class KeepKinds {

    private static final String MANAGE = "list-kind.manage";

    private final KindRepository kinds;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    KeepKinds(KindRepository kinds, Areas areas, AuditTrail audit, Clock clock) {
        this.kinds = kinds;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param mayChange whether the caller may change or retire it */
    public record Shown(ListKind kind, @Nullable String areaName, boolean mayChange) {}

    @Transactional(readOnly = true)
    public List<Shown> list(Caller caller) {
        List<ListKind> seen = kinds.all().stream()
                .filter(kind -> kind.concerns(caller.scope()))
                .toList();
        Map<AreaKey, String> names = areas.names(seen.stream()
                .map(ListKind::area)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
        return seen.stream()
                .map(kind ->
                        new Shown(kind, kind.area() == null ? null : names.get(kind.area()), mayChange(caller, kind)))
                .toList();
    }

    @Transactional
    public void add(Caller caller, UUID id, @Nullable AreaKey area, LocalText names, List<ListPart> parts) {
        KindCheck.check(parts);
        ListKind kind = new ListKind(id, area, 1, names, parts, false, false, null, null);
        requireOwn(caller, kind);
        if (area != null) {
            areas.getActive(area);
        }
        if (!kinds.add(kind, null, clock.instant(), caller.name())) {
            Optional<ListKind> known = kinds.find(id);
            if (known.filter(kind::equals).isPresent()) {
                return;
            }
            throw new ProblemException(CampaignProblem.ID_TAKEN);
        }
        record(caller, "list-kind.add", kind, Map.of("name", names.simplified()));
    }

    @Transactional
    public void change(Caller caller, UUID id, int version, LocalText names, List<ListPart> parts) {
        KindCheck.check(parts);
        ListKind known = own(caller, id);
        ListKind next =
                new ListKind(id, known.area(), version, names, parts, known.shipped(), known.shipped(), null, null);
        if (!kinds.follow(next, known.shipped(), null, clock.instant(), caller.name())) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        record(caller, "list-kind.change", known, Map.of("name", names.simplified(), "version", version + 1));
    }

    /** Takes a kind out of use with a reason, or back into use when there is none. */
    @Transactional
    public void retire(Caller caller, UUID id, int version, @Nullable String reason) {
        ListKind known = own(caller, id);
        String why = reason == null ? null : reason.strip();
        if (!kinds.retire(id, version, why == null ? null : clock.instant(), why)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        if (why == null) {
            record(
                    caller,
                    "list-kind.restore",
                    known,
                    Map.of("name", known.names().simplified()));
        } else {
            record(
                    caller,
                    "list-kind.retire",
                    known,
                    Map.of("name", known.names().simplified(), "reason", why));
        }
    }

    private ListKind own(Caller caller, UUID id) {
        ListKind known = kinds.find(id)
                .filter(kind -> kind.concerns(caller.scope()))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        requireOwn(caller, known);
        return known;
    }

    private static void requireOwn(Caller caller, ListKind kind) {
        if (!mayChange(caller, kind)) {
            throw new ProblemException(ListProblem.KIND_ELSEWHERE);
        }
    }

    private static boolean mayChange(Caller caller, ListKind kind) {
        AreaKey area = kind.area();
        return area == null
                ? caller.scopeFor(MANAGE).isEverything()
                : caller.scopeFor(MANAGE).coversArea(area);
    }

    private void record(Caller caller, String action, ListKind kind, Map<String, ?> facts) {
        audit.record(caller, action, Subject.of("list-kind", kind.id()), kind.area(), facts);
    }
}
