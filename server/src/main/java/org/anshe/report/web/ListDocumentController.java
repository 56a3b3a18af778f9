package org.anshe.report.web;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.anshe.campaign.ListTables;
import org.anshe.report.internal.word.ListPages;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of campaigns as Word files. */
@RestController
class ListDocumentController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** More rows are for the workbook: nobody prints them. */
    private static final int MOST = 2000;

    private final ListTables tables;

    ListDocumentController(ListTables tables) {
        this.tables = tables;
    }

    @GetMapping(path = "/api/lists/{id}/word", produces = WORD)
    @RequiresPermission("list.export")
    @Operation(summary = "The list as a Word file, each part on pages of its own; at most 2,000 rows a part")
    ResponseEntity<byte[]> word(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            Locale language) {
        ListTables.Printed printed = tables.print(caller, id, version, language, MOST);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WORD))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(printed.title() + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(ListPages.write(printed, words(language)));
    }

    private static ListPages.Words words(Locale language) {
        return switch (LocalText.languageOf(language)) {
            case "en" -> new ListPages.Words("Handed in by: ", "Date: ", "Version: ", "No.", "No entries.");
            case "zh-Hant" -> new ListPages.Words("填報單位：", "填報日期：", "版本：", "序號", "本清單暫無內容。");
            default -> new ListPages.Words("填报单位：", "填报日期：", "版本：", "序号", "本清单暂无内容。");
        };
    }
}
