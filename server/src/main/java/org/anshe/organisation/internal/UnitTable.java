package org.anshe.organisation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.anshe.organisation.CreditCode;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.organisation.Units.Unit;
import org.anshe.organisation.internal.ImportUnits.Good;
import org.anshe.organisation.internal.ImportUnits.Report;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Ids;
import org.anshe.shared.Scope;
import org.anshe.shared.table.RowError;
import org.anshe.shared.table.TableRow;
import org.anshe.territory.Areas;
import org.anshe.territory.Areas.Area;
import org.jspecify.annotations.Nullable;

/** The rows of one imported table, sorted into good and wrong ones. */
final class UnitTable {

    static final String NAME = "名称";
    static final String KIND = "类型";
    static final String AREA = "区域";
    static final String PARENT = "上级单位";
    static final String CREDIT_CODE = "统一社会信用代码";
    static final String PHONE = "联系电话";
    static final String ALIASES = "别名";

    private static final int LONGEST_NAME = 120;
    private static final int MOST_ERRORS = 1000;
    private static final int SAMPLE = 20;
    private static final Map<String, Kind> KINDS = kinds();

    /** A unit as a table row means it, with what does not fit into {@link NewUnit}. */
    record Entry(NewUnit unit, @Nullable String phone, List<String> aliases) {}

    /** What tells two units apart when neither has a credit code. */
    record Key(AreaKey area, String name) {}

    private record Candidate(TableRow row, Entry entry, String area) {}

    private final Scope scope;
    private final Areas areas;
    private final Map<String, List<Area>> meant = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<Key> keys = new HashSet<>();
    private final Map<String, UUID> codes = new HashMap<>();
    private final Map<Key, UUID> fresh = new LinkedHashMap<>();
    private final List<Candidate> good = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private int rows;
    private int known;
    private int bad;

    UnitTable(Scope scope, Areas areas) {
        this.scope = scope;
        this.areas = areas;
    }

    /** The words of the template and the codes of the API. */
    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("政府", Kind.GOVERNMENT);
        kinds.put("部门", Kind.DEPARTMENT);
        kinds.put("站所", Kind.STATION);
        kinds.put("社区", Kind.COMMUNITY);
        kinds.put("企业", Kind.ENTERPRISE);
        kinds.put("委员会", Kind.COMMITTEE);
        kinds.put("领导小组", Kind.LEADING_GROUP);
        kinds.put("工作组", Kind.WORKING_GROUP);
        kinds.put("办公室", Kind.OFFICE);
        for (Kind kind : Kind.values()) {
            kinds.put(kind.name(), kind);
        }
        return Map.copyOf(kinds);
    }

    /** Takes a row, as far as it can be judged without the directory. */
    void take(TableRow row) {
        rows++;
        if (firstFault(row).isPresent()) {
            return;
        }
        Area area = meant(row.get(AREA)).getFirst();
        Kind kind = Objects.requireNonNull(KINDS.get(row.get(KIND)));
        String code =
                CreditCode.find(row.get(CREDIT_CODE)).map(CreditCode::value).orElse(null);
        UUID id = Ids.next();
        if (!keys.add(new Key(area.key(), row.get(NAME)))) {
            refuse(row, NAME, "name-twice");
        } else if (code != null && codes.putIfAbsent(code, id) != null) {
            refuse(row, CREDIT_CODE, "code-twice");
        } else {
            NewUnit unit = new NewUnit(id, row.get(NAME), kind, area.key(), null, code);
            candidates.add(
                    new Candidate(row, new Entry(unit, row.find(PHONE).orElse(null), aliases(row)), area.name()));
        }
    }

    private Optional<String> firstFault(TableRow row) {
        String name = row.get(NAME);
        if (name.isEmpty()) {
            return refuse(row, NAME, "name-missing");
        }
        if (name.length() > LONGEST_NAME) {
            return refuse(row, NAME, "name-too-long");
        }
        if (!KINDS.containsKey(row.get(KIND))) {
            return refuse(row, KIND, "kind-unknown");
        }
        List<Area> found = meant(row.get(AREA));
        if (found.size() != 1) {
            return refuse(row, AREA, row.get(AREA).isEmpty() ? "area-missing" : areaFault(found));
        }
        if (!row.get(CREDIT_CODE).isEmpty()
                && CreditCode.find(row.get(CREDIT_CODE)).isEmpty()) {
            return refuse(row, CREDIT_CODE, "credit-code-wrong");
        }
        if (!row.get(PHONE).isEmpty() && !row.get(PHONE).matches("[0-9+() -]{5,30}")) {
            return refuse(row, PHONE, "phone-malformed");
        }
        return aliases(row).stream().anyMatch(alias -> alias.length() > LONGEST_NAME)
                ? refuse(row, ALIASES, "name-too-long")
                : Optional.empty();
    }

    private static String areaFault(List<Area> found) {
        return found.isEmpty() ? "area-unknown" : "area-ambiguous";
    }

    private List<Area> meant(String text) {
        return text.isEmpty() ? List.of() : meant.computeIfAbsent(text, any -> areas.meant(scope, text));
    }

    private static List<String> aliases(TableRow row) {
        return Arrays.stream(row.get(ALIASES).split("[、,，;；\\n]"))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    Collection<AreaKey> areas() {
        return keys.stream().map(Key::area).collect(Collectors.toSet());
    }

    Collection<String> creditCodes() {
        return codes.keySet();
    }

    /**
     * Judges the rows against the directory.
     *
     * @param there units in use in the areas of the table
     * @param taken units that have the credit codes of the table
     * @param byName finds a unit outside the table
     */
    void compare(Map<Key, UUID> there, Map<String, UUID> taken, BiFunction<String, AreaKey, Optional<Unit>> byName) {
        for (Candidate candidate : candidates) {
            NewUnit unit = candidate.entry().unit();
            Key key = new Key(unit.area(), unit.name());
            UUID same = there.get(key);
            UUID owner = unit.creditCode() == null ? null : taken.get(unit.creditCode());
            if (same != null && (owner == null || owner.equals(same))) {
                known++;
            } else if (owner != null) {
                refuse(candidate.row(), CREDIT_CODE, "credit-code-taken");
            } else {
                fresh.put(key, unit.id());
                good.add(candidate);
            }
        }
        List<Candidate> complete = good.stream()
                .flatMap(candidate -> withParent(candidate, there, byName).stream())
                .toList();
        good.clear();
        good.addAll(parentsFirst(complete));
        errors.sort(Comparator.comparingInt(RowError::row));
    }

    /** A parent stands in the same table or in the directory; a row whose parent is nowhere turns wrong. */
    private Optional<Candidate> withParent(
            Candidate candidate, Map<Key, UUID> there, BiFunction<String, AreaKey, Optional<Unit>> byName) {
        String name = candidate.row().get(PARENT);
        NewUnit unit = candidate.entry().unit();
        if (name.isEmpty()) {
            return Optional.of(candidate);
        }
        Key key = new Key(unit.area(), name);
        UUID parent = fresh.containsKey(key) ? fresh.get(key) : there.get(key);
        if (parent == null) {
            parent = byName.apply(name, unit.area()).map(Unit::id).orElse(null);
        }
        if (parent == null || parent.equals(unit.id())) {
            refuse(candidate.row(), PARENT, "parent-unit-unknown");
            return Optional.empty();
        }
        NewUnit below = new NewUnit(unit.id(), unit.name(), unit.kind(), unit.area(), parent, unit.creditCode());
        Entry entry =
                new Entry(below, candidate.entry().phone(), candidate.entry().aliases());
        return Optional.of(new Candidate(candidate.row(), entry, candidate.area()));
    }

    /** Parents before the units that belong to them; units that belong to each other in a circle turn wrong. */
    private List<Candidate> parentsFirst(List<Candidate> candidates) {
        Map<UUID, Candidate> waiting = new LinkedHashMap<>();
        candidates.forEach(candidate -> waiting.put(candidate.entry().unit().id(), candidate));
        List<Candidate> ordered = new ArrayList<>();
        boolean moved = true;
        while (moved) {
            List<Candidate> ready = waiting.values().stream()
                    .filter(candidate -> {
                        UUID parent = candidate.entry().unit().parentId();
                        return parent == null || !waiting.containsKey(parent);
                    })
                    .toList();
            ready.forEach(candidate -> waiting.remove(candidate.entry().unit().id()));
            ordered.addAll(ready);
            moved = !ready.isEmpty();
        }
        waiting.values().forEach(candidate -> refuse(candidate.row(), PARENT, "parent-circle"));
        return ordered;
    }

    private Optional<String> refuse(TableRow row, String column, String code) {
        bad++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(RowError.of(row, column, code));
        }
        return Optional.of(code);
    }

    /** What is to be entered, in the order of the table. */
    List<Entry> fresh() {
        return good.stream().map(Candidate::entry).toList();
    }

    Report report() {
        List<Good> sample = good.stream()
                .limit(SAMPLE)
                .map(candidate -> {
                    NewUnit unit = candidate.entry().unit();
                    return new Good(candidate.row().number(), unit.id(), unit.name(), unit.kind(), candidate.area());
                })
                .toList();
        return new Report(rows, good.size(), known, sample, List.copyOf(errors), bad);
    }
}
