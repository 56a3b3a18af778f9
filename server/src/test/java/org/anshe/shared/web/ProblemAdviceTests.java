package org.anshe.shared.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTests {

    @RestController
    static class Faulty {

        @GetMapping("/things/{id}")
        String thing(@PathVariable UUID id) {
            throw new IllegalArgumentException("a mistake of ours about " + id);
        }
    }

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Faulty())
            .setControllerAdvice(new ProblemAdvice(List.of()))
            .build();

    @Test
    void aMistakeOfTheServerIsNotBlamedOnWhoAsks() throws Exception {
        mvc.perform(get("/things/0198aaaa-0000-7000-8000-000000000000"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.type").value("/problems/shared/internal"))
                .andExpect(jsonPath("$.detail").doesNotExist());
    }

    @Test
    void aValueThatCannotBeReadIsAMistakeOfWhoAsks() throws Exception {
        mvc.perform(get("/things/one"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/id"));
    }
}
