package org.anshe.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import org.anshe.shared.LocalText;
import org.anshe.shared.Scope;
import org.anshe.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@Transactional
class LoadChecklistsIntegrationTests {

    @Autowired
    LoadChecklists load;

    @Autowired
    ChecklistQueries checklists;

    @Autowired
    ChecklistRepository repository;

    @Autowired
    JsonMapper json;

    @Test
    void loadingAgainChangesNothing() {
        var before = checklists.list(Scope.EVERYTHING);

        load.run(new DefaultApplicationArguments());

        assertThat(checklists.list(Scope.EVERYTHING)).isEqualTo(before);
    }

    @Test
    void refusesAFileThatChangedWithoutANewVersion() throws Exception {
        ChecklistFile shipped = shipped();
        ChecklistFile changed = new ChecklistFile(
                shipped.code(),
                shipped.version(),
                shipped.effectiveFrom(),
                new LocalText("改了名", "改了名", "Changed"),
                shipped.hazardDomain(),
                shipped.objectTypes(),
                shipped.source(),
                shipped.gradeNote(),
                shipped.groups());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> load.load(changed))
                .withMessageContaining("'gas' differs from its version 1")
                .withMessageContaining("version 2");
    }

    @Test
    void aNewVersionTakesOverOnItsDay() throws Exception {
        ChecklistFile shipped = shipped();
        LocalDate day = LocalDate.of(2027, 1, 1);
        load.load(new ChecklistFile(
                shipped.code(),
                2,
                day,
                shipped.name(),
                shipped.hazardDomain(),
                shipped.objectTypes(),
                shipped.source(),
                shipped.gradeNote(),
                shipped.groups()));
        var gas = checklists.list(Scope.EVERYTHING).stream()
                .filter(row -> row.code().equals("gas"))
                .findFirst()
                .orElseThrow();

        assertThat(repository
                        .findInForce(gas.id(), day.minusDays(1))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(repository.findInForce(gas.id(), day).orElseThrow().version())
                .isEqualTo(2);
    }

    private ChecklistFile shipped() throws Exception {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/data/checklists/gas.json"))) {
            return json.readValue(in, ChecklistFile.class);
        }
    }
}
