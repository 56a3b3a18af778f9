package org.anshe.organisation.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.WorkTransfer;
import org.anshe.organisation.internal.MembershipRepository.Holder;
import org.anshe.shared.AreaKey;
import org.anshe.territory.Areas;
import org.springframework.stereotype.Component;

/** Areas somebody is named for: grid workers, section chiefs, street leaders. */
@Component
class HeldAreas implements HeldWork {

    private final HeldAreaRepository holdings;
    private final Areas areas;
    private final AuditTrail audit;

    HeldAreas(HeldAreaRepository holdings, Areas areas, AuditTrail audit) {
        this.holdings = holdings;
        this.areas = areas;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return "area";
    }

    @Override
    public int countOf(UUID person) {
        return holdings.count(person);
    }

    @Override
    public Look look(WorkTransfer transfer) {
        Look look = holdings.look(transfer);
        return new Look(look.movable(), 0, 0, look.elsewhere(), named(look.examples()), List.of());
    }

    @Override
    public List<Item> move(WorkTransfer transfer) {
        List<Holder> moved = holdings.move(transfer);
        for (Holder holder : moved) {
            Subject area = Subject.of("area", holder.area());
            audit.record(
                    transfer.caller(),
                    "area.release",
                    area,
                    holder.area(),
                    Map.of("role", holder.role(), "person", holder.person(), "handOver", transfer.handOver()));
            UUID to = transfer.to().person();
            audit.record(
                    transfer.caller(),
                    "area.hold",
                    area,
                    holder.area(),
                    Map.of("role", holder.role(), "person", to, "handOver", transfer.handOver()));
        }
        return named(moved.stream().map(HeldAreaRepository::item).toList());
    }

    /** The role alone names nothing: an item is called by the path of its area. */
    private List<Item> named(List<Item> items) {
        List<AreaKey> keys = items.stream()
                .flatMap(item -> Stream.ofNullable(item.area()))
                .distinct()
                .toList();
        Map<AreaKey, String> paths = areas.paths(keys);
        return items.stream().map(item -> named(item, paths)).toList();
    }

    private static Item named(Item item, Map<AreaKey, String> paths) {
        AreaKey area = item.area();
        String path = area == null ? null : paths.get(area);
        return path == null ? item : new Item(item.id(), path, area, null);
    }
}
