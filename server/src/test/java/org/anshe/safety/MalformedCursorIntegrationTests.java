package org.anshe.safety;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.anshe.shared.sql.Cursor;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Lists that are sorted by a day, a number or a text refuse a cursor that holds none, as a mistake of who asks. */
@IntegrationTest
class MalformedCursorIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @ParameterizedTest
    @CsvSource({
        "/api/campaign-tasks, 2026-02-30, 0198aaaa-0000-7000-8000-000000000000",
        "/api/areas?parent=9101, 99999999999, 9101",
        "/api/areas?q=街道, 99999999999, 9101",
        "/api/register-objects?type=small-premises, %zz, 0198aaaa-0000-7000-8000-000000000000",
        "/api/units, %zz, 0198aaaa-0000-7000-8000-000000000000"
    })
    void isRefused(String list, String first, String second) throws Exception {
        String after = Cursor.of(first, second);

        mvc.perform(get(list).param("after", after).with(as(people.everywhere("district-office"))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/shared/bad-cursor"));
    }
}
