package org.anshe.report.internal;

import java.util.List;
import org.anshe.report.internal.text.Sentence;
import org.anshe.report.internal.text.TextRun;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document.
 *
 * @param signature who reports
 * @param table the figures at the end, each with its comparison
 */
public record DocumentContent(List<Section> sections, String signature, List<TableLine> table) {

    public DocumentContent {
        sections = List.copyOf(sections);
        table = List.copyOf(table);
    }

    /**
     * A section under a heading.
     *
     * @param heading null for the paragraph before the first heading
     * @param editable whether the clerk may rewrite it before issuing
     */
    public record Section(String code, @Nullable String heading, boolean editable, List<Paragraph> paragraphs) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** How a paragraph is set. */
    public enum Style {
        SUBHEADING,
        BODY
    }

    public record Paragraph(Style style, List<TextRun> runs) {

        public Paragraph {
            runs = List.copyOf(runs);
        }

        static Paragraph body(List<TextRun> runs) {
            return new Paragraph(Style.BODY, runs);
        }

        static Paragraph subheading(String words) {
            return new Paragraph(Style.SUBHEADING, List.of(TextRun.words(words)));
        }

        public String text() {
            return Sentence.text(runs);
        }
    }

    /**
     * A line of the table; the keys name figures.
     *
     * @param unit measure word of a count, % for a share
     */
    public record TableLine(String name, String unit, String figure, String previous, String yearBefore) {}

    /** The same document with one section rewritten; a paragraph that stays as it was keeps its figures. */
    DocumentContent rewritten(String code, List<String> lines) {
        return new DocumentContent(
                sections.stream()
                        .map(section -> section.code().equals(code) ? rewritten(section, lines) : section)
                        .toList(),
                signature,
                table);
    }

    private static Section rewritten(Section section, List<String> lines) {
        List<Paragraph> paragraphs = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> section.paragraphs().stream()
                        .filter(paragraph -> paragraph.text().equals(line))
                        .findFirst()
                        .orElseGet(() -> Paragraph.body(List.of(TextRun.words(line)))))
                .toList();
        return new Section(section.code(), section.heading(), true, paragraphs);
    }
}
