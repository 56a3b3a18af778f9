package org.anshe.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An invented district: ten streets of twelve communities with fifteen grids each, their units, objects and people. All
 * names are numbers; every id follows from its name, so that the same district comes out each time.
 */
final class Ground {

    static final int STREETS = 10;
    static final int COMMUNITIES = 12;
    static final int GRIDS = 15;
    static final int DEPARTMENTS = 6;
    static final int SHOPS = 60;
    static final String PASSWORD = "Bench-of-2026-x9";

    static final long DISTRICT = key(90, 1, 1, 0, 0, 0);

    private static final long PROVINCE = key(90, 0, 0, 0, 0, 0);
    private static final long CITY = key(90, 1, 0, 0, 0, 0);

    /** A person who logs in. */
    record Worker(UUID id, String login, String name) {}

    /** A street with those who drive a hazard through its life. */
    record Street(
            int number,
            long key,
            Worker officer,
            Worker closer,
            List<Worker> reporters,
            List<UUID> departments,
            List<Worker> handlers,
            List<UUID> objects) {

        long community(int c) {
            return Ground.key(90, 1, 1, number, c + 1, 0);
        }

        long grid(int c, int g) {
            return Ground.key(90, 1, 1, number, c + 1, g + 1);
        }
    }

    static final List<Street> ALL = streets();

    static final Worker DISTRICT_OFFICER = worker("district", "区局");

    private Ground() {}

    /** Key of an area: province 2 digits, city 2, district 2, street 3, community 3, grid 2, the rest 0. */
    static long key(int province, int city, int district, int street, int community, int grid) {
        long path = ((((province * 100L + city) * 100 + district) * 1000 + street) * 1000 + community) * 100 + grid;
        return path * 100_000;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("anshe bench " + name).getBytes(StandardCharsets.UTF_8));
    }

    static void lay(Connection db, String hashOf) throws SQLException {
        area(db, PROVINCE, "测量省");
        area(db, CITY, "测量市");
        area(db, DISTRICT, "测量区");
        person(db, DISTRICT_OFFICER, null, "district-office", DISTRICT, 10_000_000_000_000L, hashOf);
        for (Street street : ALL) {
            area(db, street.key(), "第" + street.number() + "街道");
            for (int c = 0; c < COMMUNITIES; c++) {
                area(db, street.community(c), street.number() + "之" + (c + 1) + "社区");
                for (int g = 0; g < GRIDS; g++) {
                    area(db, street.grid(c, g), "网格" + (g + 1));
                }
            }
            for (int d = 0; d < DEPARTMENTS; d++) {
                unit(db, street.departments().get(d), street.number() + "街" + (d + 1) + "科", "DEPARTMENT", street.key());
                person(db, street.handlers().get(d), street.departments().get(d), "department-handler", street.key(),
                        10_000_000_000L, hashOf);
            }
            person(db, street.officer(), null, "street-office", street.key(), 10_000_000_000L, hashOf);
            person(db, street.closer(), null, "street-office", street.key(), 10_000_000_000L, hashOf);
            for (int c = 0; c < COMMUNITIES; c++) {
                person(db, street.reporters().get(c), null, "community-worker", street.community(c), 10_000_000L, hashOf);
            }
            objects(db, street);
        }
    }

    private static List<Street> streets() {
        List<Street> all = new ArrayList<>();
        for (int s = 1; s <= STREETS; s++) {
            List<Worker> reporters = new ArrayList<>();
            List<Worker> handlers = new ArrayList<>();
            List<UUID> departments = new ArrayList<>();
            List<UUID> objects = new ArrayList<>();
            for (int c = 0; c < COMMUNITIES; c++) {
                reporters.add(worker("s" + s + "-reporter-" + c, "报" + s + "之" + c));
            }
            for (int d = 0; d < DEPARTMENTS; d++) {
                departments.add(id("department " + s + " " + d));
                handlers.add(worker("s" + s + "-handler-" + d, "办" + s + "之" + d));
            }
            for (int o = 0; o < SHOPS * COMMUNITIES; o++) {
                objects.add(id("object " + s + " " + o));
            }
            all.add(new Street(
                    s,
                    key(90, 1, 1, s, 0, 0),
                    worker("s" + s + "-officer", "街" + s),
                    worker("s" + s + "-closer", "验" + s),
                    reporters,
                    departments,
                    handlers,
                    objects));
        }
        return List.copyOf(all);
    }

    private static Worker worker(String login, String name) {
        return new Worker(id(login), login, name);
    }

    private static void area(Connection db, long key, String name) throws SQLException {
        update(db, "insert into territory.area (key, name, created_at) values (?, ?, now())", key, name);
    }

    private static void unit(Connection db, UUID id, String name, String kind, long area) throws SQLException {
        update(db, "insert into organisation.unit (id, name, kind, area_key, created_at) values (?, ?, ?, ?, now())",
                id, name, kind, area);
        update(db, "insert into organisation.unit_name (unit_id, name, alias, normal) values (?, ?, false, ?)", id, name, name);
    }

    /** With the password of the account {@code hashOf}. */
    private static void person(Connection db, Worker who, UUID unit, String role, long area, long span, String hashOf)
            throws SQLException {
        update(db, "insert into identity.person (id, name, unit_id, area_key, created_at) values (?, ?, ?, ?, now())",
                who.id(), who.name(), unit, area);
        update(db, """
                insert into identity.credential (person_id, login, password_hash, changed_at)
                select ?, ?, password_hash, now() from identity.credential where login = ?
                """, who.id(), who.login(), hashOf);
        update(db, """
                insert into identity.assignment (id, person_id, role_id, area_first, area_last, since)
                select ?, ?, id, ?, ?, now() from identity.role where code = ?
                """, id("assignment " + who.login()), who.id(), area, area + span - 1, role);
    }

    private static void objects(Connection db, Street street) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement("""
                insert into register.registered_object (id, type, type_version, name, area_key, search_text,
                    registered_at, registered_by, changed_at)
                select ?, code, version, ?, ?, ?, timestamptz '2021-01-04 09:00+08', 'bench', timestamptz '2021-01-04 09:00+08'
                from register.type where code = 'small-premises'
                """)) {
            for (int o = 0; o < street.objects().size(); o++) {
                String name = street.number() + "街" + (o + 1) + "号店";
                insert.setObject(1, street.objects().get(o));
                insert.setString(2, name);
                insert.setLong(3, street.grid(o / SHOPS, o % GRIDS));
                insert.setString(4, name);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void update(Connection db, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new SQLException("Nothing to copy from: " + sql);
            }
        }
    }
}
