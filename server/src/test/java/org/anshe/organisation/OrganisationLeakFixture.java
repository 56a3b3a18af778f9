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
        String member = String.valueOf(
                sql.queryForObject("select id from organisation.membership where unit_id = ?", UUID.class, unit));
        String fields = "{\"name\":\"x\",\"aliases\":[],\"kind\":\"ENTERPRISE\",\"areaKey\":\"" + community + "\"}";
        return new Fixture(
                Map.of(
                        "/api/units/{id}", unit.toString(),
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
                                        + "\"}"));
    }
}
