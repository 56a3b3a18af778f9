package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PdfSource.PdfLine;
import org.anshe.campaign.internal.reading.PlanDocument.Paragraph;

/** Joins the lines of a page into paragraphs: a line goes on when the one before it is full and it is not indented. */
final class PdfParagraphs {

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[—\\-–\\s]*(?:第?\\s*\\d{1,4}\\s*页?(?:\\s*[/共]\\s*\\d{1,4}\\s*页?)?)[—\\-–\\s]*");
    private static final int REPEATS = 3;
    /** A text column is never narrower than this, so the widest of a few short lines does not count as full. */
    private static final float MIN_COLUMN = 250;

    private PdfParagraphs() {}

    static List<Paragraph> join(List<PdfLine> lines) {
        Set<String> running = runningHeads(lines);
        List<PdfLine> body = lines.stream()
                .filter(line -> !PAGE_NUMBER.matcher(line.text()).matches() && !running.contains(line.text()))
                .toList();
        float left = (float) body.stream().mapToDouble(PdfLine::left).min().orElse(0);
        float right = (float) body.stream().mapToDouble(PdfLine::right).max().orElse(0);
        float edge = Math.max(right, left + MIN_COLUMN);
        List<Paragraph> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        PdfLine previous = null;
        int page = 1;
        for (PdfLine line : body) {
            if (previous != null && !goesOn(previous, line, left, edge)) {
                paragraphs.add(new Paragraph(paragraphs.size() + 1, text.toString(), page, null));
                text.setLength(0);
            }
            if (text.isEmpty()) {
                page = line.page();
            }
            text.append(gap(text, line.text())).append(line.text());
            previous = line;
        }
        if (!text.isEmpty()) {
            paragraphs.add(new Paragraph(paragraphs.size() + 1, text.toString(), page, null));
        }
        return paragraphs;
    }

    /** Words of Latin script need the blank that the end of a line stood for. */
    private static String gap(StringBuilder text, String next) {
        boolean latin = !text.isEmpty()
                && text.charAt(text.length() - 1) < 0x250
                && Character.isLetter(text.charAt(text.length() - 1))
                && next.charAt(0) < 0x250
                && Character.isLetter(next.charAt(0));
        return latin ? " " : "";
    }

    private static boolean goesOn(PdfLine before, PdfLine line, float left, float right) {
        float em = Math.max(before.size(), 6);
        boolean full = before.right() > right - 2.5f * em;
        boolean indented = line.left() > left + 1.2f * em;
        boolean sameSize = Math.abs(before.size() - line.size()) < 1.5f;
        boolean ended = "。;；:："
                        .indexOf(before.text()
                                .strip()
                                .charAt(before.text().strip().length() - 1))
                >= 0;
        boolean labelled = OutlineLabel.at(PlanText.of(new Paragraph(1, line.text(), null, null)))
                .isPresent();
        return full && !indented && sameSize && !(ended && labelled);
    }

    /** Lines that stand at the top or bottom of at least three pages in the same words. */
    private static Set<String> runningHeads(List<PdfLine> lines) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean first = i == 0 || lines.get(i - 1).page() != lines.get(i).page();
            boolean last = i == lines.size() - 1
                    || lines.get(i + 1).page() != lines.get(i).page();
            if (first || last) {
                counts.merge(lines.get(i).text(), 1, Integer::sum);
            }
        }
        Set<String> running = new HashSet<>();
        counts.forEach((text, count) -> {
            if (count >= REPEATS) {
                running.add(text);
            }
        });
        return running;
    }
}
