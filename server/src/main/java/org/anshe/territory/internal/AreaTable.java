package org.anshe.territory.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Scope;
import org.anshe.shared.table.RowError;
import org.anshe.shared.table.TableRow;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.Areas.NewArea;
import org.anshe.territory.internal.ImportAreas.Good;
import org.anshe.territory.internal.ImportAreas.Report;
import org.jspecify.annotations.Nullable;

/** The rows of one imported table, sorted into good and wrong ones. */
final class AreaTable {

    static final String CODE = "编码";
    static final String NAME = "名称";
    static final String PARENT_CODE = "上级编码";
    static final String PARENT = "上级";
    static final String NUMBER = "序号";

    private static final int LONGEST_NAME = 100;
    private static final int MOST_ERRORS = 1000;
    private static final int SAMPLE = 20;

    private record Candidate(TableRow row, AreaKey key, String name) {}

    private final Scope scope;
    private final AreaNamePaths paths;
    private final Map<AreaKey, Candidate> candidates = new LinkedHashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private final List<NewArea> fresh = new ArrayList<>();
    private final List<Good> sample = new ArrayList<>();
    private int rows;
    private int known;
    private int bad;

    AreaTable(Scope scope, AreaRepository areas) {
        this.scope = scope;
        this.paths = new AreaNamePaths(scope, areas);
    }

    /** Takes a row, as far as it can be judged by itself. */
    void take(TableRow row) {
        rows++;
        String name = row.get(NAME);
        if (name.isEmpty()) {
            refuse(row, NAME, "name-missing");
        } else if (name.length() > LONGEST_NAME) {
            refuse(row, NAME, "name-too-long");
        } else {
            Optional<AreaKey> key = row.get(CODE).isEmpty() ? keyBelowParent(row) : keyOfCode(row);
            key.ifPresent(found -> keep(row, found, name));
        }
    }

    private void keep(TableRow row, AreaKey key, String name) {
        if (!scope.coversArea(key)) {
            refuse(row, row.get(CODE).isEmpty() ? null : CODE, "outside-scope");
        } else if (candidates.putIfAbsent(key, new Candidate(row, key, name)) != null) {
            refuse(row, row.get(CODE).isEmpty() ? NUMBER : CODE, "code-twice");
        } else {
            paths.add(key, name);
        }
    }

    private Optional<AreaKey> keyOfCode(TableRow row) {
        Optional<AreaKey> key = OfficialCode.key(row.get(CODE));
        if (key.isEmpty()) {
            return refuse(row, CODE, "code-malformed");
        }
        String parentCode = row.get(PARENT_CODE);
        if (parentCode.isEmpty()) {
            return key;
        }
        Optional<AreaKey> parent = OfficialCode.key(parentCode);
        if (parent.isEmpty()) {
            return refuse(row, PARENT_CODE, "code-malformed");
        }
        return key.get().parent().equals(parent) ? key : refuse(row, PARENT_CODE, "parent-differs");
    }

    private Optional<AreaKey> keyBelowParent(TableRow row) {
        Optional<AreaKey> parent = parent(row);
        if (parent.isEmpty()) {
            return parent;
        }
        int below = parent.get().level().ordinal() + 1;
        if (below == AreaLevel.values().length) {
            return refuse(row, parentColumn(row), "nothing-below");
        }
        AreaLevel level = AreaLevel.values()[below];
        String number = row.get(NUMBER);
        if (!number.matches("[0-9]{1,3}")
                || Integer.parseInt(number) < 1
                || Integer.parseInt(number) > level.largestNumber()) {
            return refuse(row, NUMBER, number.isEmpty() ? "number-missing" : "number-out-of-range");
        }
        return Optional.of(parent.get().below(level, Integer.parseInt(number)));
    }

    private Optional<AreaKey> parent(TableRow row) {
        String code = row.get(PARENT_CODE);
        if (!code.isEmpty()) {
            Optional<AreaKey> key = OfficialCode.key(code);
            return key.isPresent() ? key : refuse(row, PARENT_CODE, "code-malformed");
        }
        String path = row.get(PARENT);
        if (path.isEmpty()) {
            return refuse(row, parentColumn(row), "parent-missing");
        }
        List<AreaKey> found = paths.find(path);
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        return refuse(row, PARENT, found.isEmpty() ? "parent-unknown" : "parent-ambiguous");
    }

    private static String parentColumn(TableRow row) {
        return row.columns().containsKey(PARENT_CODE) ? PARENT_CODE : PARENT;
    }

    /** Every key a row names, itself or as its parent. */
    Collection<Long> mentioned() {
        Set<Long> keys = new LinkedHashSet<>();
        for (AreaKey key : candidates.keySet()) {
            keys.add(key.value());
            key.parent().ifPresent(parent -> keys.add(parent.value()));
        }
        return keys;
    }

    /** Judges the rows against what is there; parents before children, so that a wrong parent spoils its children. */
    void compare(Map<AreaKey, Area> there) {
        Map<AreaKey, Boolean> usable = new HashMap<>();
        there.forEach((key, area) -> usable.put(key, !area.retired()));
        candidates.values().stream()
                .sorted(Comparator.comparing(Candidate::key))
                .forEach(candidate -> {
                    boolean good = judge(candidate, there.get(candidate.key()), usable);
                    usable.putIfAbsent(candidate.key(), good);
                });
        errors.sort(Comparator.comparingInt(RowError::row));
        sample.sort(Comparator.comparingInt(Good::row));
    }

    private boolean judge(Candidate candidate, @Nullable Area there, Map<AreaKey, Boolean> usable) {
        TableRow row = candidate.row();
        String codeColumn = row.get(CODE).isEmpty() ? NUMBER : CODE;
        if (there != null) {
            if (there.retired()) {
                refuse(row, codeColumn, "code-retired");
            } else if (there.name().equals(candidate.name())) {
                known++;
                return true;
            } else {
                refuse(row, NAME, "name-differs");
            }
            return false;
        }
        Optional<AreaKey> parent = candidate.key().parent();
        Boolean ready = parent.isEmpty() ? Boolean.TRUE : usable.get(parent.get());
        if (ready == null) {
            refuse(row, codeColumn.equals(CODE) ? CODE : parentColumn(row), "parent-unknown");
            return false;
        }
        if (!ready) {
            refuse(row, codeColumn.equals(CODE) ? CODE : parentColumn(row), "parent-unusable");
            return false;
        }
        String official = row.get(CODE).isEmpty()
                ? null
                : OfficialCode.of(candidate.key()).orElse(null);
        fresh.add(new NewArea(candidate.key(), candidate.name(), official));
        if (sample.size() < SAMPLE) {
            String above = parent.flatMap(paths::name).orElse("");
            sample.add(new Good(row.number(), candidate.key(), candidate.name(), above));
        }
        return true;
    }

    private Optional<AreaKey> refuse(TableRow row, @Nullable String column, String code) {
        bad++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(column == null ? new RowError(row.number(), null, code, null) : RowError.of(row, column, code));
        }
        return Optional.empty();
    }

    List<NewArea> fresh() {
        return fresh;
    }

    Report report() {
        return new Report(rows, fresh.size(), known, List.copyOf(sample), List.copyOf(errors), bad);
    }
}
