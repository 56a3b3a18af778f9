package org.anshe.identity.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.identity.UnitDirectory;
import org.anshe.identity.UnitDirectory.Place;
import org.anshe.identity.internal.AccountQueries;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts with the names of their units. */
@Component
class AccountViews {

    private final UnitDirectory units;

    AccountViews(UnitDirectory units) {
        this.units = units;
    }

    /** One person in the list of accounts; a change names the version it was made from. */
    record AccountRow(
            UUID id,
            int version,
            String name,
            @Nullable String login,
            @Nullable String phone,
            @Nullable String email,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable AreaKey areaKey,
            AccountQueries.State state,
            boolean mustChangePassword,
            boolean totpEnabled,
            @Nullable Instant lockedUntil,
            List<String> roles) {}

    /** A role a person holds or held; neither area nor unit and {@code everywhere}: for all areas. */
    record AssignmentRow(
            UUID id,
            String role,
            @Nullable AreaKey areaKey,
            boolean everywhere,
            @Nullable UUID unitId,
            @Nullable String unitName,
            Instant since,
            @Nullable Instant endedAt) {}

    Page<AccountRow> rows(Page<AccountQueries.Row> page) {
        Map<UUID, Place> places = places(page.items().stream().map(AccountQueries.Row::unitId));
        return page.map(row -> row(row, places));
    }

    AccountRow row(AccountQueries.Row row) {
        return row(row, places(Stream.ofNullable(row.unitId())));
    }

    List<AssignmentRow> assignments(List<AccountQueries.Assignment> assignments) {
        Map<UUID, Place> places = places(assignments.stream().map(AccountQueries.Assignment::unitId));
        return assignments.stream()
                .map(one -> new AssignmentRow(
                        one.id(),
                        one.role(),
                        one.areaKey(),
                        one.everywhere(),
                        one.unitId(),
                        name(one.unitId(), places),
                        one.since(),
                        one.endedAt()))
                .toList();
    }

    Map<UUID, Place> places(Stream<@Nullable UUID> ids) {
        return units.byIds(ids.filter(Objects::nonNull).distinct().toList());
    }

    static @Nullable String name(@Nullable UUID unit, Map<UUID, Place> places) {
        Place place = unit == null ? null : places.get(unit);
        return place == null ? null : place.name();
    }

    private static AccountRow row(AccountQueries.Row row, Map<UUID, Place> places) {
        return new AccountRow(
                row.id(),
                row.version(),
                row.name(),
                row.login(),
                row.phone(),
                row.email(),
                row.unitId(),
                name(row.unitId(), places),
                row.areaKey(),
                row.state(),
                row.mustChangePassword(),
                row.totpEnabled(),
                row.lockedUntil(),
                row.roles());
    }
}
