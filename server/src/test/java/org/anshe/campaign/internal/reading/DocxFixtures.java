package org.anshe.campaign.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Word documents built for a test. */
final class DocxFixtures {

    private DocxFixtures() {}

    static byte[] docx(Consumer<XWPFDocument> content) {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(word);
            word.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> lines(Consumer<XWPFDocument> content) throws UnreadablePlan {
        return open(docx(content), "plan.docx").paragraphs().stream()
                .map(PlanDocument.Paragraph::text)
                .toList();
    }

    static PlanDocument open(byte[] bytes, String name) throws UnreadablePlan {
        return PlanDocuments.open(new ByteArrayInputStream(bytes), name);
    }

    /** A level of a list: its number format and text such as (%2). */
    record Level(STNumberFormat.Enum format, String text) {}

    /** Adds a list definition and returns the number of its first instance. */
    static BigInteger list(XWPFDocument word, long id, Level... levels) {
        CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.valueOf(id));
        for (int i = 0; i < levels.length; i++) {
            CTLvl level = definition.addNewLvl();
            level.setIlvl(BigInteger.valueOf(i));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(levels[i].format());
            level.addNewLvlText().setVal(levels[i].text());
        }
        BigInteger abstractId = word.createNumbering().addAbstractNum(new XWPFAbstractNum(definition));
        return word.getNumbering().addNum(abstractId);
    }

    static XWPFParagraph numbered(XWPFDocument word, BigInteger list, int level, String text) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText(text);
        return paragraph;
    }
}
