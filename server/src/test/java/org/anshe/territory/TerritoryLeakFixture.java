package org.anshe.territory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.territory.Areas.NewArea;
import org.anshe.testing.LeakFixture;
import org.springframework.jdbc.core.JdbcTemplate;

/** The community itself with a grid, and an import of the official list that somebody started there. */
class TerritoryLeakFixture implements LeakFixture {

    private final Areas areas;
    private final JdbcTemplate sql;

    TerritoryLeakFixture(Areas areas, JdbcTemplate sql) {
        this.areas = areas;
        this.sql = sql;
    }

    @Override
    public String module() {
        return "territory";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        String mark = "苇" + Ids.next().toString().substring(24);
        AreaKey grid = community.below(AreaLevel.GRID_1, 1);
        areas.register(Caller.system("test"), List.of(new NewArea(grid, mark, null)));
        UUID run = Ids.next();
        sql.update(
                "insert into territory.area_import (id, root_code, state, total, started_by, started_at, touched_at,"
                        + " finished_at) values (?, ?, 'DONE', 1, ?, now(), now(), now())",
                run,
                community.toString().substring(0, 12),
                mark);
        String path = "/api/areas/{key}";
        return new Fixture(
                Map.of(path, grid.toString(), "/api/area-imports/{id}", run.toString()),
                List.of(mark),
                Map.of(
                        "POST /api/areas",
                        "{\"parent\":\"" + community + "\",\"name\":\"x\"}",
                        "PUT " + path + "/name",
                        "{\"name\":\"x\",\"sort\":0}",
                        "POST " + path + "/retirement",
                        "{\"reason\":\"x\",\"withBelow\":true}",
                        "POST " + path + "/merger",
                        "{\"into\":\"" + community + "\",\"reason\":\"x\"}",
                        "POST " + path + "/recoding",
                        "{\"key\":\"" + community + "\",\"reason\":\"x\"}"),
                Map.of("/api/areas", "?parent=" + community));
    }
}
