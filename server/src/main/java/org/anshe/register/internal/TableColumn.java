package org.anshe.register.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anshe.register.internal.type.FieldDefinition;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.shared.LocalText;

/** A column of the table of a register: what every object has, or a field of the type. */
sealed interface TableColumn {

    /** Members every object has, in the order of the table. */
    enum Member {
        NAME("name"),
        AREA("area"),
        ADDRESS("address"),
        LONGITUDE("longitude"),
        LATITUDE("latitude"),
        CLASS("class"),
        UNIT("unit"),
        CONTACT("contact"),
        PHONE("phone");

        private final String code;

        Member(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    LocalText names();

    boolean required();

    /** The heading, with the unit of measure where there is one. */
    default String title(Locale language) {
        return names().in(language);
    }

    /** What every object has. */
    record Common(Member member, LocalText names) implements TableColumn {
        @Override
        public boolean required() {
            return member == Member.NAME;
        }
    }

    /** A field of the type. */
    record OfField(FieldDefinition field) implements TableColumn {
        @Override
        public LocalText names() {
            return field.names();
        }

        @Override
        public boolean required() {
            return field.required();
        }

        @Override
        public String title(Locale language) {
            String name = names().in(language);
            return field.unit() == null ? name : name + "（" + field.unit() + "）";
        }
    }

    /** All columns of a type. */
    static List<TableColumn> of(TypeDefinition type, TableWords words) {
        List<TableColumn> columns = new ArrayList<>();
        for (Member member : Member.values()) {
            columns.add(new Common(member, words.column(member.code())));
        }
        type.active().forEach(field -> columns.add(new OfField(field)));
        return columns;
    }

    /** The columns by every heading they may have; a field does not take the heading of what every object has. */
    static Map<String, TableColumn> byHeading(TypeDefinition type, TableWords words) {
        Map<String, TableColumn> headings = new LinkedHashMap<>();
        for (TableColumn column : of(type, words)) {
            column.names().all().forEach(name -> headings.putIfAbsent(name, column));
            if (column instanceof OfField(FieldDefinition field) && field.unit() != null) {
                column.names().all().forEach(name -> {
                    headings.putIfAbsent(name + "（" + field.unit() + "）", column);
                    headings.putIfAbsent(name + "(" + field.unit() + ")", column);
                });
            }
        }
        return headings;
    }
}
