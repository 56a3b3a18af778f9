package org.anshe.campaign.internal;

import static org.anshe.campaign.internal.db.Tables.CAMPAIGN_;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Campaigns themselves; their parts lie in {@link CampaignPartsRepository} and {@link TaskRepository}. */
@Repository
class CampaignRepository {

    private final DSLContext sql;

    CampaignRepository(DSLContext sql) {
        this.sql = sql;
    }

    void add(CampaignRow campaign) {
        sql.insertInto(CAMPAIGN_)
                .set(CAMPAIGN_.ID, campaign.id())
                .set(CAMPAIGN_.TITLE, campaign.title())
                .set(CAMPAIGN_.SUMMARY, campaign.summary())
                .set(CAMPAIGN_.AREA_KEY, campaign.area().value())
                .set(CAMPAIGN_.LEAD_UNIT_ID, campaign.leadUnitId())
                .set(CAMPAIGN_.STARTS_ON, campaign.startsOn())
                .set(CAMPAIGN_.ENDS_ON, campaign.endsOn())
                .set(CAMPAIGN_.STATE, campaign.state().name())
                .set(CAMPAIGN_.DOCUMENT_ID, campaign.documentId())
                .set(CAMPAIGN_.CREATED_AT, campaign.createdAt())
                .set(CAMPAIGN_.CREATED_BY_NAME, campaign.createdByName())
                .execute();
    }

    Optional<CampaignRow> find(UUID id) {
        return sql.selectFrom(CAMPAIGN_).where(CAMPAIGN_.ID.eq(id)).fetchOptional(CampaignRepository::row);
    }

    /** The campaign, locked: changes of one campaign come one after another. */
    Optional<CampaignRow> findForUpdate(UUID id) {
        return sql.selectFrom(CAMPAIGN_).where(CAMPAIGN_.ID.eq(id)).forUpdate().fetchOptional(CampaignRepository::row);
    }

    void change(
            UUID id,
            String title,
            @Nullable String summary,
            @Nullable UUID leadUnit,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        sql.update(CAMPAIGN_)
                .set(CAMPAIGN_.TITLE, title)
                .set(CAMPAIGN_.SUMMARY, summary)
                .set(CAMPAIGN_.LEAD_UNIT_ID, leadUnit)
                .set(CAMPAIGN_.STARTS_ON, startsOn)
                .set(CAMPAIGN_.ENDS_ON, endsOn)
                .set(CAMPAIGN_.VERSION, CAMPAIGN_.VERSION.plus(1))
                .where(CAMPAIGN_.ID.eq(id))
                .execute();
    }

    void start(UUID id) {
        sql.update(CAMPAIGN_)
                .set(CAMPAIGN_.STATE, CampaignState.RUNNING.name())
                .set(CAMPAIGN_.VERSION, CAMPAIGN_.VERSION.plus(1))
                .where(CAMPAIGN_.ID.eq(id))
                .execute();
    }

    void close(UUID id, Instant at, String reason) {
        sql.update(CAMPAIGN_)
                .set(CAMPAIGN_.STATE, CampaignState.CLOSED.name())
                .set(CAMPAIGN_.CLOSED_AT, at)
                .set(CAMPAIGN_.CLOSE_REASON, reason)
                .set(CAMPAIGN_.VERSION, CAMPAIGN_.VERSION.plus(1))
                .where(CAMPAIGN_.ID.eq(id))
                .execute();
    }

    static CampaignRow row(Record row) {
        return new CampaignRow(
                row.get(CAMPAIGN_.ID),
                row.get(CAMPAIGN_.TITLE),
                row.get(CAMPAIGN_.SUMMARY),
                new AreaKey(row.get(CAMPAIGN_.AREA_KEY)),
                row.get(CAMPAIGN_.LEAD_UNIT_ID),
                row.get(CAMPAIGN_.STARTS_ON),
                row.get(CAMPAIGN_.ENDS_ON),
                CampaignState.valueOf(row.get(CAMPAIGN_.STATE)),
                row.get(CAMPAIGN_.DOCUMENT_ID),
                row.get(CAMPAIGN_.CREATED_AT),
                row.get(CAMPAIGN_.CREATED_BY_NAME),
                row.get(CAMPAIGN_.CLOSED_AT),
                row.get(CAMPAIGN_.CLOSE_REASON),
                row.get(CAMPAIGN_.VERSION));
    }
}
