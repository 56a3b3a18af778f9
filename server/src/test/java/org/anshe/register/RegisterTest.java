package org.anshe.register;

import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** A street with two communities, and somebody who keeps the registers of the first one. */
@IntegrationTest
abstract class RegisterTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    JdbcTemplate sql;

    RegisterFixtures register = new RegisterFixtures(mvc, json);
    AreaKey street = AreaKey.parse("91");
    AreaKey guiyuan = street;
    AreaKey neighbour = street;
    Caller worker = Caller.system("nobody");

    @BeforeEach
    void aStreetWithTwoCommunities() {
        register = new RegisterFixtures(mvc, json);
        street = areas.street("青石街道");
        guiyuan = areas.community(street, 1, "桂园社区");
        neighbour = areas.community(street, 2, "松涛社区");
        worker = people.with("community-worker", guiyuan);
    }
}
