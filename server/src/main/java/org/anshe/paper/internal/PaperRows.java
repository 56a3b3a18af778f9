package org.anshe.paper.internal;

import java.util.Objects;
import org.anshe.paper.PaperState;
import org.anshe.paper.Papers.Subject;
import org.anshe.paper.internal.db.tables.records.PaperRecord;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** Makes papers of rows. The database keeps the parts whole: what one step adds is there together or not at all. */
final class PaperRows {

    private PaperRows() {}

    static Paper paper(PaperRecord row, PaperContent content) {
        return new Paper(
                row.getId(),
                row.getKind(),
                row.getKindVersion(),
                PaperState.valueOf(row.getState()),
                row.getVersion(),
                new Paper.Issuer(row.getUnitId(), row.getOrganName(), row.getAbbreviation()),
                new Subject(
                        row.getSubjectKind(),
                        row.getSubjectId(),
                        new AreaKey(row.getAreaKey()),
                        row.getSubjectUnitId(),
                        row.getSubjectName(),
                        row.getViewPermission()),
                content,
                row.getStamped(),
                new Paper.Created(row.getCreatedAt(), row.getCreatedBy(), row.getCreatedByName()),
                issued(row),
                served(row),
                row.getEndedAt() == null
                        ? null
                        : new Paper.Ended(row.getEndedAt(), row.getEndedByName(), row.getEndedWhy()));
    }

    private static Paper.@Nullable Issued issued(PaperRecord row) {
        return row.getNumber() == null
                ? null
                : new Paper.Issued(
                        row.getYear(),
                        row.getNumber(),
                        Objects.requireNonNull(row.getToken()),
                        row.getIssuedOn(),
                        row.getContentSha256(),
                        row.getIssuedAt(),
                        row.getIssuedByName());
    }

    private static Paper.@Nullable Served served(PaperRecord row) {
        return row.getServedAt() == null
                ? null
                : new Paper.Served(
                        Paper.Served.Way.valueOf(row.getServedWay()),
                        row.getServedOn(),
                        row.getServedTo(),
                        row.getServedNote(),
                        row.getServedAt(),
                        row.getServedByName());
    }
}
