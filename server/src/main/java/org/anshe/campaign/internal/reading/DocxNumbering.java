package org.anshe.campaign.internal.reading;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;

/** Counts automatic numbers as Word does and writes them out: 一、 (一) 1. */
final class DocxNumbering {

    private static final int LEVELS = 9;
    private static final int STYLE_DEPTH = 12;

    private final XWPFDocument word;
    private final @Nullable XWPFNumbering numbering;
    private final Map<BigInteger, int[]> counters = new HashMap<>();
    private final Set<BigInteger> started = new HashSet<>();

    DocxNumbering(XWPFDocument word) {
        this.word = word;
        this.numbering = word.getNumbering();
    }

    /** The number in front of a paragraph, empty when it has none. Counts on, so call it once for each in order. */
    String label(XWPFParagraph paragraph) {
        return place(paragraph).map(this::next).orElse("");
    }

    private record Place(BigInteger num, XWPFAbstractNum list, int level) {}

    private Optional<Place> place(XWPFParagraph paragraph) {
        CTNumPr direct = paragraph.getCTP().getPPr() == null
                ? null
                : paragraph.getCTP().getPPr().getNumPr();
        BigInteger num = direct == null || direct.getNumId() == null
                ? null
                : direct.getNumId().getVal();
        Integer level = direct == null || direct.getIlvl() == null
                ? null
                : direct.getIlvl().getVal().intValue();
        String styleId = paragraph.getStyle();
        for (int depth = 0; num == null && styleId != null && depth < STYLE_DEPTH; depth++) {
            XWPFStyle style = word.getStyles() == null ? null : word.getStyles().getStyle(styleId);
            CTPPrGeneral properties = style == null ? null : style.getCTStyle().getPPr();
            CTNumPr inherited = properties == null ? null : properties.getNumPr();
            if (inherited != null && inherited.getNumId() != null) {
                num = inherited.getNumId().getVal();
                level = level != null || inherited.getIlvl() == null
                        ? level
                        : Integer.valueOf(inherited.getIlvl().getVal().intValue());
            } else {
                styleId = style == null ? null : style.getBasisStyleID();
            }
        }
        if (num == null || num.signum() == 0) {
            return Optional.empty();
        }
        BigInteger found = num;
        String linked = styleId;
        Integer printed = level;
        return list(num).map(list -> new Place(found, list, level(list, printed, linked)));
    }

    private static int level(XWPFAbstractNum list, @Nullable Integer printed, @Nullable String styleId) {
        if (printed != null) {
            return Math.min(Math.max(printed, 0), LEVELS - 1);
        }
        for (CTLvl level : list.getCTAbstractNum().getLvlList()) {
            if (styleId != null
                    && level.getPStyle() != null
                    && styleId.equals(level.getPStyle().getVal())) {
                return level.getIlvl().intValue();
            }
        }
        return 0;
    }

    /** The list definition; one that only names a numbering style is followed to the style's own list. */
    private Optional<XWPFAbstractNum> list(BigInteger num) {
        XWPFNumbering known = numbering;
        if (known == null || known.getNum(num) == null) {
            return Optional.empty();
        }
        XWPFAbstractNum list = known.getAbstractNum(known.getAbstractNumID(num));
        if (list == null) {
            return Optional.empty();
        }
        if (list.getCTAbstractNum().getNumStyleLink() == null || word.getStyles() == null) {
            return Optional.of(list);
        }
        XWPFStyle style = word.getStyles()
                .getStyle(list.getCTAbstractNum().getNumStyleLink().getVal());
        CTPPrGeneral properties = style == null ? null : style.getCTStyle().getPPr();
        if (properties == null
                || properties.getNumPr() == null
                || properties.getNumPr().getNumId() == null) {
            return Optional.of(list);
        }
        BigInteger target = properties.getNumPr().getNumId().getVal();
        XWPFAbstractNum own =
                known.getNum(target) == null ? null : known.getAbstractNum(known.getAbstractNumID(target));
        return Optional.of(own == null ? list : own);
    }

    private String next(Place place) {
        BigInteger key = place.list().getCTAbstractNum().getAbstractNumId();
        int[] counts = counters.computeIfAbsent(key, unused -> new int[LEVELS]);
        restartOnFirstUse(place, counts);
        for (int above = 0; above < place.level(); above++) {
            if (counts[above] == 0) {
                counts[above] = start(place, above);
            }
        }
        counts[place.level()] = counts[place.level()] == 0 ? start(place, place.level()) : counts[place.level()] + 1;
        for (int below = place.level() + 1; below < LEVELS; below++) {
            if (restarts(place, below)) {
                counts[below] = 0;
            }
        }
        return definition(place, place.level())
                .map(level -> render(place, level, counts))
                .orElse("");
    }

    /** A list instance with a start of its own begins anew where it is first used. */
    private void restartOnFirstUse(Place place, int[] counts) {
        if (!started.add(place.num())) {
            return;
        }
        for (int level = 0; level < LEVELS; level++) {
            if (override(place, level).filter(CTNumLvl::isSetStartOverride).isPresent()) {
                counts[level] = 0;
            }
        }
    }

    private boolean restarts(Place place, int below) {
        Optional<CTLvl> level = definition(place, below);
        if (level.isEmpty() || level.get().getLvlRestart() == null) {
            return true;
        }
        int after = level.get().getLvlRestart().getVal().intValue();
        return after > 0 && place.level() < after;
    }

    private int start(Place place, int level) {
        Optional<CTNumLvl> override = override(place, level).filter(CTNumLvl::isSetStartOverride);
        if (override.isPresent()) {
            return override.get().getStartOverride().getVal().intValue();
        }
        return definition(place, level)
                .filter(definition -> definition.getStart() != null)
                .map(definition -> definition.getStart().getVal().intValue())
                .orElse(1);
    }

    private Optional<CTNumLvl> override(Place place, int level) {
        XWPFNum num = numbering == null ? null : numbering.getNum(place.num());
        return num == null
                ? Optional.empty()
                : num.getCTNum().getLvlOverrideList().stream()
                        .filter(candidate -> candidate.getIlvl().intValue() == level)
                        .findFirst();
    }

    private Optional<CTLvl> definition(Place place, int level) {
        Optional<CTLvl> own = override(place, level).filter(CTNumLvl::isSetLvl).map(CTNumLvl::getLvl);
        return own.isPresent()
                ? own
                : place.list().getCTAbstractNum().getLvlList().stream()
                        .filter(candidate -> candidate.getIlvl().intValue() == level)
                        .findFirst();
    }

    private String render(Place place, CTLvl level, int[] counts) {
        if (level.getLvlText() == null || level.getLvlText().getVal() == null) {
            return "";
        }
        String format = level.getNumFmt() == null
                ? "decimal"
                : level.getNumFmt().getVal().toString();
        if ("none".equals(format)) {
            return "";
        }
        if ("bullet".equals(format)) {
            return "● ";
        }
        boolean legal = level.isSetIsLgl();
        String text = level.getLvlText().getVal();
        for (int i = 0; i < LEVELS; i++) {
            if (text.contains("%" + (i + 1))) {
                String own = definition(place, i)
                        .filter(definition -> definition.getNumFmt() != null)
                        .map(definition -> definition.getNumFmt().getVal().toString())
                        .orElse("decimal");
                text = text.replace("%" + (i + 1), NumberFormats.format(counts[i], legal ? "decimal" : own));
            }
        }
        return text.matches(".*[\\p{IsAlphabetic}\\p{IsDigit}]") ? text + " " : text;
    }
}
