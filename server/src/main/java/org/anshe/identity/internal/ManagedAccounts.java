package org.anshe.identity.internal;

import java.util.List;
import java.util.UUID;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.UnitDirectory;
import org.anshe.identity.internal.AccountQueries.Row;
import org.anshe.identity.internal.AssignmentRepository.Reach;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people whom an administrator may act upon. */
@Component
class ManagedAccounts {

    private final AccountQueries accounts;
    private final Delegation delegation;
    private final UnitDirectory units;

    ManagedAccounts(AccountQueries accounts, Delegation delegation, UnitDirectory units) {
        this.accounts = accounts;
        this.delegation = delegation;
        this.units = units;
    }

    /** The person, when it lies in the caller's scope; otherwise there is no such person. */
    Row get(Caller caller, UUID person) {
        return accounts.find(caller.scopeFor(Delegation.MANAGE_PEOPLE), person)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    /** The person, for an act on the account: somebody who may do more than the caller is out of reach. */
    Row getTouchable(Caller caller, UUID person) {
        Row row = get(caller, person);
        if (row.state() == AccountQueries.State.RETIRED) {
            throw new ProblemException(IdentityProblem.RETIRED);
        }
        delegation.requireMayTouch(caller, person);
        return row;
    }

    /** As {@link #getTouchable}, for acts that nobody does to the own account. */
    Row getOther(Caller caller, UUID person) {
        if (person.equals(caller.personId())) {
            throw new ProblemException(IdentityProblem.OWN_ACCOUNT);
        }
        return getTouchable(caller, person);
    }

    /** Where a person of this unit and this area belongs, refused when either lies outside the caller's scope. */
    @Nullable AreaKey homeWithin(Caller caller, @Nullable UUID unit, @Nullable AreaKey area) {
        UnitDirectory.Place place =
                unit == null ? null : units.byIds(List.of(unit)).get(unit);
        if (unit != null && place == null) {
            throw new ProblemException(IdentityProblem.NO_SUCH_UNIT);
        }
        AreaKey unitArea = place == null ? null : place.area();
        AreaKey home = area != null ? area : unitArea;
        Scope scope = caller.scopeFor(Delegation.MANAGE_PEOPLE);
        boolean areaFits = Delegation.covers(scope, new Reach(area == null ? null : area.range(), unit, unitArea));
        boolean unitFits = unit == null || Delegation.covers(scope, new Reach(null, unit, unitArea));
        if (!areaFits || !unitFits) {
            throw new ProblemException(IdentityProblem.BEYOND_OWN_SCOPE);
        }
        return home;
    }
}
