package org.anshe.shared.word;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The fonts official documents are set in, each with the font that stands in where it is not installed. */
public final class WordFonts {

    public static final String TITLE = "方正小标宋简体";
    public static final String HEADING = "黑体";
    public static final String SUBHEADING = "楷体_GB2312";
    public static final String BODY = "仿宋_GB2312";

    private static final Map<String, String> STAND_INS = new TreeMap<>(Map.of(
            TITLE, "宋体,SimSun,Noto Serif CJK SC",
            HEADING, "SimHei,Noto Sans CJK SC",
            SUBHEADING, "楷体,KaiTi,AR PL UKai CN,Noto Serif CJK SC",
            BODY, "仿宋,FangSong,Noto Serif CJK SC"));

    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
    private static final String CONTENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordFonts() {}

    public static void declare(XWPFDocument document) throws IOException {
        try {
            PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
            PackagePart part = document.getPackage().createPart(name, CONTENT);
            document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
            try (OutputStream out = part.getOutputStream()) {
                out.write(table().getBytes(StandardCharsets.UTF_8));
            }
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static String table() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        xml.append("<w:fonts xmlns:w=\"").append(NAMESPACE).append("\">");
        STAND_INS.forEach(
                (font, others) -> xml.append("<w:font w:name=\"")
                        .append(font)
                        .append("\"><w:altName w:val=\"")
                        .append(others)
                        .append(
                                "\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>"));
        return xml.append("</w:fonts>").toString();
    }
}
