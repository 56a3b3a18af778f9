package org.anshe.shared.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anshe.shared.table.TableWriter;
import org.anshe.shared.table.TableWriter.Column;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A small Excel table as a download. */
public final class TableResponse {

    private TableResponse() {}

    public static ResponseEntity<byte[]> of(
            String fileName, String sheet, List<Column> columns, List<? extends List<?>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = new TableWriter(out, sheet, columns)) {
            rows.forEach(writer::row);
        }
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TableWriter.MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(out.toByteArray());
    }
}
