package org.anshe.campaign.internal.lists;

import java.time.Instant;
import java.time.LocalDate;
import org.anshe.hazard.HazardLedger.Selection;
import org.anshe.shared.OfficeTime;
import org.springframework.stereotype.Component;

/** Which hazards a list shows: the rule it has, and what was chosen by hand. */
@Component
class ListSelection {

    private final ListRepository lists;

    ListSelection(ListRepository lists) {
        this.lists = lists;
    }

    Selection of(ListRow list) {
        ListRepository.Choices choices = lists.choices(list.id());
        LocalDate end = list.endsOn();
        return new Selection(
                list.area(),
                list.campaignId(),
                list.byRule(),
                list.domains(),
                list.grade(),
                beginning(list.startsOn()),
                end == null ? null : beginning(end.plusDays(1)),
                choices.takenIn(),
                choices.leftOut(),
                null);
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(OfficeTime.ZONE).toInstant();
    }
}
