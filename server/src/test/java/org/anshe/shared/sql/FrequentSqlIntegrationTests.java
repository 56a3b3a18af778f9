package org.anshe.shared.sql;

import static org.anshe.deadline.internal.db.Tables.RUNNING_DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.deadline.internal.db.tables.RunningDeadline;
import org.anshe.deadline.internal.db.tables.records.RunningDeadlineRecord;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class FrequentSqlIntegrationTests {

    private static final Instant NEAR = Instant.parse("2026-02-28T16:00:00.000001Z");
    private static final Instant DUE = Instant.parse("2026-03-01T15:59:59.999999Z");

    @Autowired
    FrequentSql frequent;

    @Autowired
    DSLContext sql;

    private final UUID id = Ids.next();

    @Test
    void aRowIsAddedWithWhatWasSet() {
        frequent.insert(row("one"));

        RunningDeadlineRecord read = read("one");
        assertThat(read.getAreaKey()).isEqualTo(42);
        assertThat(read.getUnitId()).isNull();
        assertThat(read.getNearAt()).isEqualTo(NEAR);
        assertThat(read.getDueAt()).isEqualTo(DUE);
        assertThat(read.getWakeAt()).isNull();
    }

    @Test
    void aRowThatIsThereStaysAsItIs() {
        assertThat(frequent.insertIfNew(row("one"))).isTrue();
        assertThat(frequent.insertIfNew(row("one").setAreaKey(43L))).isFalse();
        assertThat(read("one").getAreaKey()).isEqualTo(42);
    }

    @Test
    void aRowThatIsThereTakesTheNewValuesAndNothingElse() {
        frequent.insert(row("one").setWakeAt(NEAR));
        frequent.upsert(row("one").setAreaKey(43L).setUnitId(id));

        RunningDeadlineRecord read = read("one");
        assertThat(read.getAreaKey()).isEqualTo(43);
        assertThat(read.getUnitId()).isEqualTo(id);
        assertThat(read.getWakeAt()).isEqualTo(NEAR);
    }

    @Test
    void onlyTheRowsAskedForAreChangedAndAColumnCanBeEmptied() {
        frequent.insert(row("one").setWakeAt(NEAR));
        frequent.insert(row("other").setWakeAt(NEAR));

        int changed = frequent.update(
                new RunningDeadlineRecord().setWakeAt(null).setAreaKey(44L),
                new RunningDeadlineRecord().setSubjectId(id).setKind("one"));

        assertThat(changed).isEqualTo(1);
        assertThat(read("one").getWakeAt()).isNull();
        assertThat(read("one").getAreaKey()).isEqualTo(44);
        assertThat(read("other").getWakeAt()).isEqualTo(NEAR);
    }

    @Test
    void aColumnMayBeSetAndAskedForAtOnce() {
        frequent.insert(row("one"));
        RunningDeadlineRecord from =
                new RunningDeadlineRecord().setSubjectId(id).setAreaKey(42L);
        RunningDeadlineRecord to = new RunningDeadlineRecord().setAreaKey(43L);

        assertThat(frequent.update(to, from)).isEqualTo(1);
        assertThat(frequent.update(to, from)).isZero();
    }

    @Test
    void onlyTheRowsAskedForAreRemoved() {
        frequent.insert(row("one"));
        frequent.insert(row("other"));

        frequent.delete(new RunningDeadlineRecord().setSubjectId(id).setKind("one"));

        assertThat(kinds()).containsExactly("other");
    }

    @Test
    void nothingIsRemovedWithoutSayingWhat() {
        assertThatThrownBy(() -> frequent.delete(new RunningDeadlineRecord()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBrokenConstraintIsTheSameErrorAsElsewhere() {
        frequent.insert(row("one"));
        assertThatThrownBy(() -> frequent.insert(row("one")))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("running_deadline_pkey");
    }

    @Test
    void aStatementTakesItsValuesInTheirOrderAndKeepsItsOwn() {
        FixedStatement statement = frequent.prepare(sql.select(RUNNING_DEADLINE.KIND, RUNNING_DEADLINE.DUE_AT)
                .from(RUNNING_DEADLINE)
                .where(RUNNING_DEADLINE.KIND.eq(DSL.any(DSL.param("kinds", String[].class))))
                .and(RUNNING_DEADLINE.SUBJECT.eq("test"))
                .and(RUNNING_DEADLINE.SUBJECT_ID.eq(DSL.param("id", RUNNING_DEADLINE.SUBJECT_ID))));
        frequent.insert(row("one"));
        frequent.insert(row("other"));

        List<Record> rows = statement.fetch(new String[] {"one", "third"}, id);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get(RUNNING_DEADLINE.KIND)).isEqualTo("one");
        assertThat(rows.getFirst().get(RUNNING_DEADLINE.DUE_AT)).isEqualTo(DUE);
        assertThatThrownBy(() -> statement.fetch((Object) new String[0])).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> statement.fetch(new String[0], id, 3)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void columnsOfTwoTablesThatShareANameAreToldApart() {
        RunningDeadline other = RUNNING_DEADLINE.as("other");
        FixedStatement statement = frequent.prepare(sql.select(RUNNING_DEADLINE.UNIT_ID, other.UNIT_ID)
                .from(RUNNING_DEADLINE)
                .join(other)
                .on(other.SUBJECT_ID.eq(RUNNING_DEADLINE.SUBJECT_ID))
                .where(RUNNING_DEADLINE.SUBJECT_ID.eq(DSL.param("id", RUNNING_DEADLINE.SUBJECT_ID)))
                .and(RUNNING_DEADLINE.KIND.eq("one"))
                .and(other.KIND.eq("other")));
        UUID unit = Ids.next();
        frequent.insert(row("one"));
        frequent.insert(row("other").setUnitId(unit));

        Record found = statement.fetch(id).getFirst();

        assertThat(found.get(RUNNING_DEADLINE.UNIT_ID)).isNull();
        assertThat(found.get(other.UNIT_ID)).isEqualTo(unit);
    }

    private RunningDeadlineRecord row(String kind) {
        return new RunningDeadlineRecord()
                .setSubject("test")
                .setSubjectId(id)
                .setKind(kind)
                .setAreaKey(42L)
                .setNearAt(NEAR)
                .setDueAt(DUE);
    }

    private RunningDeadlineRecord read(String kind) {
        return sql.selectFrom(RUNNING_DEADLINE)
                .where(RUNNING_DEADLINE.SUBJECT_ID.eq(id))
                .and(RUNNING_DEADLINE.KIND.eq(kind))
                .fetchSingle();
    }

    private List<String> kinds() {
        return sql.selectFrom(RUNNING_DEADLINE)
                .where(RUNNING_DEADLINE.SUBJECT_ID.eq(id))
                .fetch(RUNNING_DEADLINE.KIND);
    }
}
