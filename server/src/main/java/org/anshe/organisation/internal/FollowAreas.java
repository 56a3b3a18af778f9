package org.anshe.organisation.internal;

import org.anshe.territory.AreaRecoded;
import org.anshe.territory.AreaRetired;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Lets holders follow their area: to its new key, or out of office with it. Units stay where they were entered. */
@Component
class FollowAreas {

    private final MembershipRepository memberships;

    FollowAreas(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    @ApplicationModuleListener
    void on(AreaRecoded recoded) {
        memberships.moveHolders(recoded.from(), recoded.to());
    }

    @ApplicationModuleListener
    void on(AreaRetired retired) {
        memberships.endHolders(retired.area());
    }
}
