package org.anshe.organisation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.LeakFixture;
import org.springframework.jdbc.core.JdbcTemplate;

/** An enterprise of the community with a post, and a holder of the community. */
class OrganisationLeakFixture implements LeakFixture {

    private final Units units;
    private final JdbcTemplate sql;

    OrganisationLeakFixture(Units units, JdbcTemplate sql) {
        this.units = units;
        this.sql = sql;
    }

    @Override
    public String module() {
        return "organisation";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        Caller system = Caller.system("test");
        UUID unit = Ids.next();
        String mark = "芦" + unit.toString().substring(24);
        units.register(system, List.of(new NewUnit(unit, mark, Kind.ENTERPRISE, community, null, null)));
        units.appoint(system, unit, owner.person(), "厂长");
        UUID holder = Ids.next();
        sql.update(
                "insert into organisation.area_holder (id, area_key, role, person_id, since) values (?, ?, 'STAFF', ?,"
                        + " now())",
                holder,
                community.value(),
                owner.person());
        UUID handOver = Ids.next();
        sql.update("""
                insert into organisation.hand_over (id, from_id, from_name, area_key, reason, handed_on, at, by_name)
                values (?, ?, ?, ?, '调离', '2026-01-01', now(), '陈一')""", handOver, owner.person(), mark + "某人", community.value());
        sql.update("""
                insert into organisation.hand_over_share (hand_over_id, position, kind, to_id, to_name, moved, kept)
                values (?, 1, 'hazard', ?, '李二', 1, 0)""", handOver, owner.person());
        sql.update(
                "insert into organisation.hand_over_item (hand_over_id, position, subject_id, label, area_key) values (?, 1, ?, ?, ?)",
                handOver,
                Ids.next(),
                mark + "号隐患",
                community.value());
        String member = String.valueOf(
                sql.queryForObject("select id from organisation.membership where unit_id = ?", UUID.class, unit));
        String fields = "{\"name\":\"x\",\"aliases\":[],\"kind\":\"ENTERPRISE\",\"areaKey\":\"" + community + "\"}";
        return new Fixture(
                Map.of(
                        "/api/units/{id}", unit.toString(),
                        "/api/hand-overs/{id}", handOver.toString(),
                        "/api/units/{unit}", unit.toString(),
                        "/api/units/{unit}/members/{id}", member,
                        "/api/areas/{area}", community.toString(),
                        "/api/areas/{area}/holders/{id}", holder.toString()),
                List.of(mark),
                Map.of(
                        "POST /api/units", "{\"id\":\"" + Ids.next() + "\",\"unit\":" + fields + "}",
                        "PUT /api/units/{id}", "{\"version\":0,\"unit\":" + fields + "}",
                        "POST /api/units/{id}/retirement", "{\"reason\":\"x\"}",
                        "POST /api/units/{unit}/members",
                                "{\"id\":\"" + Ids.next() + "\",\"post\":\"x\",\"personId\":\"" + owner.person()
                                        + "\",\"sort\":0}",
                        "POST /api/areas/{area}/holders",
                                "{\"id\":\"" + Ids.next() + "\",\"role\":\"STAFF\",\"personId\":\"" + owner.person()
                                        + "\"}"),
                Map.of("/api/hand-overs/{id}/items", "?position=1"));
    }
}
