package org.anshe.campaign.internal;

import static org.anshe.campaign.internal.db.Tables.DUTY;
import static org.anshe.campaign.internal.db.Tables.STAGE;
import static org.anshe.campaign.internal.db.Tables.TARGET;
import static org.anshe.campaign.internal.db.Tables.TOPIC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignParts.Duty;
import org.anshe.campaign.internal.CampaignParts.Stage;
import org.anshe.campaign.internal.CampaignParts.Target;
import org.anshe.campaign.internal.CampaignParts.Topic;
import org.anshe.campaign.internal.reading.Passage;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Stages, topics, duties and targets of campaigns. */
@Repository
class CampaignPartsRepository {

    private final DSLContext sql;

    CampaignPartsRepository(DSLContext sql) {
        this.sql = sql;
    }

    void addTopics(UUID campaign, List<Topic> topics) {
        for (int i = 0; i < topics.size(); i++) {
            Topic topic = topics.get(i);
            sql.insertInto(TOPIC)
                    .set(TOPIC.ID, topic.id())
                    .set(TOPIC.CAMPAIGN_ID, campaign)
                    .set(TOPIC.POSITION, i)
                    .set(TOPIC.LEVEL, topic.level())
                    .set(TOPIC.PARENT_ID, topic.parentId())
                    .set(TOPIC.LABEL, topic.label())
                    .set(TOPIC.TITLE, topic.title())
                    .set(TOPIC.SOURCE_LINE, line(topic.source()))
                    .set(TOPIC.SOURCE_START, start(topic.source()))
                    .set(TOPIC.SOURCE_END, end(topic.source()))
                    .execute();
        }
    }

    void addDuties(UUID campaign, List<Duty> duties) {
        for (int i = 0; i < duties.size(); i++) {
            Duty duty = duties.get(i);
            sql.insertInto(DUTY)
                    .set(DUTY.ID, duty.id())
                    .set(DUTY.CAMPAIGN_ID, campaign)
                    .set(DUTY.TOPIC_ID, duty.topicId())
                    .set(DUTY.POSITION, i)
                    .set(DUTY.TITLE, duty.title())
                    .set(DUTY.EVERY, duty.every())
                    .set(DUTY.TIMES, duty.times())
                    .set(DUTY.AT_TEXT, duty.at())
                    .set(DUTY.UNIT_ID, duty.unitId())
                    .set(DUTY.STARTS_ON, duty.startsOn())
                    .set(DUTY.ENDS_ON, duty.endsOn())
                    .set(DUTY.SOURCE_LINE, line(duty.source()))
                    .set(DUTY.SOURCE_START, start(duty.source()))
                    .set(DUTY.SOURCE_END, end(duty.source()))
                    .execute();
        }
    }

    void addTargets(UUID campaign, List<Target> targets) {
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            sql.insertInto(TARGET)
                    .set(TARGET.ID, target.id())
                    .set(TARGET.CAMPAIGN_ID, campaign)
                    .set(TARGET.TOPIC_ID, target.topicId())
                    .set(TARGET.POSITION, i)
                    .set(TARGET.METRIC, target.metric())
                    .set(TARGET.OP, target.op())
                    .set(TARGET.VALUE, target.value())
                    .set(TARGET.UNIT, target.unit())
                    .set(TARGET.BY_ON, target.byOn())
                    .set(TARGET.SOURCE_LINE, line(target.source()))
                    .set(TARGET.SOURCE_START, start(target.source()))
                    .set(TARGET.SOURCE_END, end(target.source()))
                    .execute();
        }
    }

    /** Adds a stage after those there are. */
    void addStage(UUID campaign, Stage stage) {
        sql.insertInto(STAGE)
                .set(STAGE.ID, stage.id())
                .set(STAGE.CAMPAIGN_ID, campaign)
                .set(
                        STAGE.POSITION,
                        DSL.field(
                                DSL.select(DSL.coalesce(DSL.max(STAGE.POSITION).plus(1), 0))
                                        .from(STAGE)
                                        .where(STAGE.CAMPAIGN_ID.eq(campaign))))
                .set(STAGE.NAME, stage.name())
                .set(STAGE.STARTS_ON, stage.startsOn())
                .set(STAGE.STARTS_PRECISION, name(stage.startsPrecision()))
                .set(STAGE.ENDS_ON, stage.endsOn())
                .set(STAGE.ENDS_PRECISION, name(stage.endsPrecision()))
                .set(STAGE.SOURCE_LINE, line(stage.source()))
                .set(STAGE.SOURCE_START, start(stage.source()))
                .set(STAGE.SOURCE_END, end(stage.source()))
                .execute();
    }

    Optional<Stage> findStage(UUID campaign, UUID id) {
        return sql.selectFrom(STAGE)
                .where(STAGE.ID.eq(id))
                .and(STAGE.CAMPAIGN_ID.eq(campaign))
                .and(STAGE.WITHDRAWN_AT.isNull())
                .fetchOptional(CampaignPartsRepository::stage);
    }

    /** Stores name and days; false when somebody was quicker. */
    boolean changeStage(Stage stage) {
        return sql.update(STAGE)
                        .set(STAGE.NAME, stage.name())
                        .set(STAGE.STARTS_ON, stage.startsOn())
                        .set(STAGE.STARTS_PRECISION, name(stage.startsPrecision()))
                        .set(STAGE.ENDS_ON, stage.endsOn())
                        .set(STAGE.ENDS_PRECISION, name(stage.endsPrecision()))
                        .set(STAGE.VERSION, STAGE.VERSION.plus(1))
                        .where(STAGE.ID.eq(stage.id()))
                        .and(STAGE.VERSION.eq(stage.version()))
                        .and(STAGE.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    boolean withdrawStage(UUID campaign, UUID id, int version, Instant at) {
        return sql.update(STAGE)
                        .set(STAGE.WITHDRAWN_AT, at)
                        .set(STAGE.VERSION, STAGE.VERSION.plus(1))
                        .where(STAGE.ID.eq(id))
                        .and(STAGE.CAMPAIGN_ID.eq(campaign))
                        .and(STAGE.VERSION.eq(version))
                        .and(STAGE.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    /** Duties that ended with the campaign end with its new last day; tells which. */
    List<UUID> moveDutiesEnd(UUID campaign, @Nullable LocalDate before, @Nullable LocalDate after) {
        return sql.update(DUTY)
                .set(DUTY.ENDS_ON, after)
                .where(DUTY.CAMPAIGN_ID.eq(campaign))
                .and(DUTY.ENDS_ON.isNotDistinctFrom(before))
                .returning(DUTY.ID)
                .fetch(DUTY.ID);
    }

    List<Duty> duties(UUID campaign) {
        return sql.selectFrom(DUTY)
                .where(DUTY.CAMPAIGN_ID.eq(campaign))
                .orderBy(DUTY.POSITION)
                .fetch(CampaignPartsRepository::duty);
    }

    static Stage stage(Record row) {
        return new Stage(
                row.get(STAGE.ID),
                row.get(STAGE.NAME),
                row.get(STAGE.STARTS_ON),
                precision(row.get(STAGE.STARTS_PRECISION)),
                row.get(STAGE.ENDS_ON),
                precision(row.get(STAGE.ENDS_PRECISION)),
                source(row, STAGE.SOURCE_LINE, STAGE.SOURCE_START, STAGE.SOURCE_END),
                row.get(STAGE.VERSION));
    }

    static Duty duty(Record row) {
        return new Duty(
                row.get(DUTY.ID),
                row.get(DUTY.TOPIC_ID),
                row.get(DUTY.TITLE),
                row.get(DUTY.EVERY),
                row.get(DUTY.TIMES),
                row.get(DUTY.AT_TEXT),
                row.get(DUTY.UNIT_ID),
                row.get(DUTY.STARTS_ON),
                row.get(DUTY.ENDS_ON),
                source(row, DUTY.SOURCE_LINE, DUTY.SOURCE_START, DUTY.SOURCE_END));
    }

    static @Nullable Passage source(Record row, Field<Integer> line, Field<Integer> start, Field<Integer> end) {
        Integer at = row.get(line);
        return at == null ? null : new Passage(at, row.get(start), row.get(end));
    }

    static @Nullable DatePrecision precision(@Nullable String name) {
        return name == null ? null : DatePrecision.valueOf(name);
    }

    static @Nullable String name(@Nullable DatePrecision precision) {
        return precision == null ? null : precision.name();
    }

    static @Nullable Integer line(@Nullable Passage source) {
        return source == null ? null : source.line();
    }

    static @Nullable Integer start(@Nullable Passage source) {
        return source == null ? null : source.start();
    }

    static @Nullable Integer end(@Nullable Passage source) {
        return source == null ? null : source.end();
    }
}
