package org.anshe.campaign.internal.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One part of a kind of list.
 *
 * @param code names the part within its kind
 * @param about the part whose entries these entries belong to; null for none
 */
public record ListPart(
        String code, LocalText title, Type type, @Nullable String about, List<Column> columns) {

    /** The cell that names what a row belongs to; no column of its own may be called so. */
    static final String ABOUT = "about";

    public ListPart {
        columns = List.copyOf(columns);
    }

    /** What the rows of a part are. */
    public enum Type {
        /** A view of hazards: an entry is the hazard itself. */
        HAZARDS,
        /** A view of the institutional measures of the list. */
        MEASURES,
        /** Entries the list holds itself. */
        ENTRIES
    }

    /** What a cell of an own entry holds. */
    public enum Cell {
        TEXT(200),
        LONG_TEXT(2000),
        DATE(10);

        private final int longest;

        Cell(int longest) {
            this.longest = longest;
        }

        public int longest() {
            return longest;
        }
    }

    /**
     * A column: of a view the code of a field that is there, of own entries a name of its own.
     *
     * @param kind what a cell of an own entry holds; of a view it means nothing
     * @param width in characters, for tables
     */
    public record Column(String code, LocalText title, Cell kind, boolean required, int width) {

        @JsonCreator
        public static Column of(
                @JsonProperty("code") String code,
                @JsonProperty("title") LocalText title,
                @JsonProperty("kind") @Nullable Cell kind,
                @JsonProperty("required") @Nullable Boolean required,
                @JsonProperty("width") @Nullable Integer width) {
            return new Column(
                    code,
                    title,
                    kind == null ? Cell.TEXT : kind,
                    Boolean.TRUE.equals(required),
                    width == null ? 16 : width);
        }
    }

    Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.code().equals(wanted)).findFirst();
    }
}
