package org.anshe.paper.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.identity.UnitDirectory;
import org.anshe.paper.PaperProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Sha256;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets a unit up as an organ that issues papers: its printed name, its abbreviation, its seal. */
@Service
public class KeepOrgan {

    private static final String SUBJECT = "paper-organ";

    private final OrganRepository organs;
    private final UnitDirectory units;
    private final AuditTrail audit;

    KeepOrgan(OrganRepository organs, UnitDirectory units, AuditTrail audit) {
        this.organs = organs;
        this.units = units;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Organ> list(Caller caller) {
        return organs.list(caller.scope());
    }

    /** Version 0 sets the organ up; any other one changes it. */
    @Transactional
    public void keep(Caller caller, UUID unit, int version, String name, String abbreviation) {
        UnitDirectory.Place place = units.byIds(List.of(unit)).get(unit);
        if (place == null) {
            throw new ProblemException(PaperProblem.UNKNOWN_UNIT);
        }
        if (!caller.scope().covers(place.area(), unit)) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        Organ organ = new Organ(unit, name.strip(), abbreviation.strip(), place.area(), false, version);
        if (version == 0) {
            if (!organs.add(organ)) {
                throw new ProblemException(SharedProblem.CONFLICT);
            }
        } else {
            organs.change(organ);
        }
        audit.record(
                caller,
                "paper-organ.set",
                AuditTrail.Subject.of(SUBJECT, unit),
                place.area(),
                Map.of("name", organ.name(), "abbreviation", organ.abbreviation()));
    }

    /** Takes the picture of the seal. Who uses it later needs a permission of its own. */
    @Transactional
    public void setStamp(Caller caller, UUID unit, byte[] png) {
        Organ organ = within(caller, unit);
        byte[] kept = SmallPicture.stamp(png);
        organs.setStamp(unit, kept);
        audit.record(
                caller,
                "paper-organ.set-stamp",
                AuditTrail.Subject.of(SUBJECT, unit),
                organ.area(),
                Map.of("sha256", Sha256.hex(kept)));
    }

    @Transactional
    public void removeStamp(Caller caller, UUID unit) {
        Organ organ = within(caller, unit);
        organs.setStamp(unit, null);
        audit.record(caller, "paper-organ.remove-stamp", AuditTrail.Subject.of(SUBJECT, unit), organ.area(), Map.of());
    }

    @Transactional(readOnly = true)
    public byte[] stamp(Caller caller, UUID unit) {
        within(caller, unit);
        return organs.stamp(unit).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    private Organ within(Caller caller, UUID unit) {
        return organs.find(unit)
                .filter(organ -> caller.scope().covers(organ.area(), organ.unitId()))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }
}
