package org.anshe.hazard.internal;

import java.util.Map;
import org.anshe.hazard.HazardListed;
import org.anshe.hazard.internal.HazardTelling.Telling;
import org.anshe.hazard.internal.NoticeQueries.Spoken;
import org.anshe.notification.Notifications;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the unit and the office that supervises it of the legs of a listed supervision. */
@Component
class NotifyOfListing {

    private final Notifications notifications;
    private final HazardTelling telling;
    private final NoticeQueries hazards;

    NotifyOfListing(Notifications notifications, HazardTelling telling, NoticeQueries hazards) {
        this.notifications = notifications;
        this.telling = telling;
        this.hazards = hazards;
    }

    @EventListener
    void on(HazardListed event) {
        HazardAction step = HazardAction.of(event.step());
        hazards.find(event.id(), event.at(), step).ifPresent(spoken -> {
            String kind = kind(step);
            if (kind != null) {
                Telling told = new Telling(kind, spoken, event.at(), Map.of(), audience(step, spoken));
                notifications.sendAll(telling.notices(told));
            }
        });
    }

    private static @Nullable String kind(HazardAction step) {
        return switch (step) {
            case FILE_LISTING -> "hazard.listing-filed";
            case PUBLISH_LISTING -> "hazard.listed";
            case ASK_TERM -> "hazard.term-asked";
            case GRANT_TERM -> "hazard.term-granted";
            case REFUSE_TERM -> "hazard.term-refused";
            case ASK_VERIFICATION -> "hazard.verification-asked";
            case PASS_VERIFICATION -> "hazard.verification-passed";
            case FAIL_VERIFICATION -> "hazard.verification-failed";
            case PUBLISH_DELISTING -> "hazard.delisted";
            default -> null;
        };
    }

    private static Audience audience(HazardAction step, Spoken spoken) {
        Hazard hazard = spoken.hazard();
        Audience all = Audience.of(hazard, spoken.actor());
        return switch (step) {
            case FILE_LISTING, ASK_TERM -> all.whoMay(HazardAction.PUBLISH_LISTING);
            case ASK_VERIFICATION -> all.notInvolved().whoMay(HazardAction.PASS_VERIFICATION);
            case GRANT_TERM, REFUSE_TERM, FAIL_VERIFICATION -> all.answering(hazard.unitId());
            default -> all.answering(hazard.unitId()).whoMay(HazardAction.PUBLISH_LISTING);
        };
    }
}
