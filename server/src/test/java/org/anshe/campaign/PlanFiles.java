package org.anshe.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Plans as files, in words of their own. */
final class PlanFiles {

    static final List<String> GAS = List.of(
            "青石街道瓶装气安全专项行动方案",
            "一、行动目标",
            "到2026年12月底，餐饮场所报警装置安装率达到100%。",
            "二、主要任务",
            "（一）登记用气场所。社区逐户登记，2026年7月底前完成。（牵头单位：街道安全办公室；配合单位：桂园社区居民委员会）",
            "（二）更换老旧软管。发现一处更换一处。（责任单位：瓶装气协调小组）",
            "（三）检查经营站点。每周至少检查一次瓶装气经营站点。（责任单位：街道安全办公室）",
            "三、时间安排",
            "（一）动员部署阶段（2026年6月1日至6月30日）",
            "（二）集中整治阶段（2026年7月至11月）");

    static final List<String> MASKED = List.of(
            "白沙街道冬季防火方案", "一、时间安排", "（一）宣传发动阶段（20**年11月1日至11月20日）", "二、任务", "（一）检查老旧小区。11月底前完成检查。（责任单位：街道安全办公室）");

    private PlanFiles() {}

    static byte[] docx(List<String> paragraphs) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            paragraphs.forEach(text -> document.createParagraph().createRun().setText(text));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
