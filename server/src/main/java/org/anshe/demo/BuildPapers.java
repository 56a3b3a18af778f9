package org.anshe.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.DraftHazardPaper;
import org.anshe.hazard.internal.HazardFilter;
import org.anshe.hazard.internal.ListHazards;
import org.anshe.identity.People;
import org.anshe.identity.UnitDirectory;
import org.anshe.paper.Papers;
import org.anshe.paper.internal.KeepOrgan;
import org.anshe.paper.internal.SignPaper;
import org.anshe.paper.internal.Signature;
import org.anshe.paper.internal.StampPaper;
import org.anshe.shared.Caller;
import org.anshe.shared.PageRequest;
import org.springframework.stereotype.Component;

/** The organs of the street with their abbreviations, and the first orders to rectify. */
@Component
class BuildPapers {

    private static final String ORDER = "order-to-rectify";
    private static final int DRAFTS = 2;
    private static final Map<String, String> ABBREVIATIONS =
            Map.of("emergency", "青应急", "market", "青市监", "fire", "青消", "urban", "青综执");

    private final KeepOrgan organs;
    private final DraftHazardPaper drafting;
    private final ListHazards hazards;
    private final SignPaper signing;
    private final StampPaper stamping;
    private final Papers papers;
    private final People people;
    private final UnitDirectory units;

    BuildPapers(
            KeepOrgan organs,
            DraftHazardPaper drafting,
            ListHazards hazards,
            SignPaper signing,
            StampPaper stamping,
            Papers papers,
            People people,
            UnitDirectory units) {
        this.organs = organs;
        this.drafting = drafting;
        this.hazards = hazards;
        this.signing = signing;
        this.stamping = stamping;
        this.papers = papers;
        this.people = people;
        this.units = units;
    }

    void build(Street street, Dice dice, Instant now) {
        Caller officer = people.callerOf(street.officers().getFirst());
        Caller keeper = officer.with("paper-organ.manage");
        setUp(keeper, street.office(), "青安");
        organs.setStamp(keeper, street.office(), seal());
        street.departments().forEach((code, unit) -> {
            if (ABBREVIATIONS.containsKey(code)) {
                setUp(keeper, unit, ABBREVIATIONS.get(code));
            }
        });
        HazardFilter assigned = HazardFilter.in(HazardStatus.ASSIGNED);
        // An order names a day that lies ahead.
        List<ListHazards.Row> rows = hazards
                .list(officer.with("hazard.view"), assigned, ListHazards.Order.NEWEST, PageRequest.first(40))
                .items()
                .stream()
                .filter(row -> row.dueAt() != null && row.dueAt().isAfter(now))
                .limit(8)
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            UUID id = dice.id(now.toEpochMilli());
            drafting.draft(officer, rows.get(i).id(), id, ORDER, street.office());
            if (i >= DRAFTS) {
                issue(officer, id, dice.id(now.toEpochMilli()));
            }
        }
    }

    private void setUp(Caller keeper, UUID unit, String abbreviation) {
        UnitDirectory.Place place = units.byIds(List.of(unit)).get(unit);
        if (place != null) {
            organs.keep(keeper, unit, 0, place.name(), abbreviation);
        }
    }

    private void issue(Caller officer, UUID id, UUID signature) {
        signing.sign(
                officer,
                id,
                1,
                new SignPaper.Given(signature, "inspector", officer.name(), Signature.Way.ON_PAPER, null, null));
        stamping.stamp(officer, id, 2, true);
        papers.issue(officer, id, 3);
    }

    /** A ring with a star, of no real organ. */
    private static byte[] seal() {
        int size = 400;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(200, 20, 20, 205));
        pen.setStroke(new BasicStroke(13));
        pen.drawOval(10, 10, size - 20, size - 20);
        Polygon star = new Polygon();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 68 : 26;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            star.addPoint((int) Math.round(size / 2.0 + radius * Math.cos(angle)), (int)
                    Math.round(size / 2.0 + radius * Math.sin(angle)));
        }
        pen.fill(star);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
