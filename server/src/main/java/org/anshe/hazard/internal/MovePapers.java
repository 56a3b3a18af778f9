package org.anshe.hazard.internal;

import java.util.UUID;
import org.anshe.hazard.HazardAssigned;
import org.anshe.hazard.HazardHandedBack;
import org.anshe.hazard.HazardHandedOver;
import org.anshe.paper.Papers;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Papers about a hazard follow it to the unit that answers for it, which then sees the issued ones. */
@Component
class MovePapers {

    private final HazardRepository hazards;
    private final Papers papers;

    MovePapers(HazardRepository hazards, Papers papers) {
        this.hazards = hazards;
        this.papers = papers;
    }

    @ApplicationModuleListener
    void on(HazardAssigned event) {
        move(event.id());
    }

    @ApplicationModuleListener
    void on(HazardHandedOver event) {
        move(event.id());
    }

    @ApplicationModuleListener
    void on(HazardHandedBack event) {
        move(event.id());
    }

    /** As it stands now, so that a late delivery does no harm. */
    private void move(UUID id) {
        hazards.find(id)
                .ifPresent(hazard -> papers.move(
                        DraftHazardPaper.subject(id, hazard.identity().number(), hazard.area(), hazard.unitId())));
    }
}
