package org.anshe.campaign.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PlanDocument.Format;
import org.anshe.campaign.internal.reading.PlanDocument.Paragraph;
import org.anshe.campaign.internal.reading.UnreadablePlan.Reason;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;

/** Word documents: paragraphs with their automatic numbers written out, tables a row a paragraph. */
final class DocxSource {

    private static final Pattern HEADING = Pattern.compile("(?:heading|标题)\\s*([1-9])", Pattern.CASE_INSENSITIVE);

    private final XWPFDocument word;
    private final DocxNumbering numbering;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private DocxSource(XWPFDocument word) {
        this.word = word;
        this.numbering = new DocxNumbering(word);
    }

    static PlanDocument read(byte[] bytes, String fileName) throws UnreadablePlan {
        DocxPackage.check(bytes);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            List<Paragraph> paragraphs = new DocxSource(word).paragraphs();
            if (paragraphs.stream().allMatch(paragraph -> paragraph.text().isBlank())) {
                throw new UnreadablePlan(Reason.NO_TEXT, paragraphs.size() + " paragraphs");
            }
            return new PlanDocument(fileName, Format.DOCX, paragraphs);
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException damaged) {
            throw new UnreadablePlan(Reason.DAMAGED, String.valueOf(damaged.getMessage()), damaged);
        }
    }

    private List<Paragraph> paragraphs() {
        for (IBodyElement element : word.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> add(text(paragraph), heading(paragraph));
                case XWPFTable table -> table.getRows().forEach(this::row);
                case XWPFSDT control -> add(control.getContent().getText(), null);
                default -> {
                    // Nothing else in a body carries text.
                }
            }
        }
        return paragraphs;
    }

    /** A line break within a paragraph is shown as a new line, and read as one. */
    private void add(String text, @Nullable Integer heading) {
        for (String line : text.split("[\n\u000B\f]", -1)) {
            paragraphs.add(new Paragraph(paragraphs.size() + 1, line, null, heading));
        }
    }

    private String text(XWPFParagraph paragraph) {
        return numbering.label(paragraph) + paragraph.getText();
    }

    private void row(XWPFTableRow row) {
        List<String> cells = new ArrayList<>();
        for (XWPFTableCell cell : row.getTableCells()) {
            StringBuilder text = new StringBuilder();
            for (IBodyElement element : cell.getBodyElements()) {
                String part = switch (element) {
                    case XWPFParagraph paragraph -> text(paragraph);
                    case XWPFTable inner -> inner.getText();
                    default -> "";
                };
                text.append(text.isEmpty() ? "" : " ")
                        .append(part.replace('\n', ' ').replace('\t', ' '));
            }
            cells.add(text.toString().strip());
        }
        paragraphs.add(new Paragraph(paragraphs.size() + 1, String.join("\t", cells), null, null));
    }

    private @Nullable Integer heading(XWPFParagraph paragraph) {
        String id = paragraph.getStyle();
        XWPFStyle style =
                id == null || word.getStyles() == null ? null : word.getStyles().getStyle(id);
        String name = style == null || style.getName() == null ? id : style.getName();
        Matcher matcher = HEADING.matcher(name == null ? "" : name);
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }
}
