package org.anshe.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.List;
import org.anshe.organisation.internal.ImportUnits;
import org.anshe.organisation.internal.ImportUnits.Report;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.table.TableReader;
import org.anshe.shared.table.TableWriter.Column;
import org.anshe.shared.web.TableResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Units in bulk, from a table. */
@RestController
class UnitImportController {

    private final ImportUnits importUnits;

    UnitImportController(ImportUnits importUnits) {
        this.importUnits = importUnits;
    }

    @GetMapping("/api/unit-table-template")
    @RequiresPermission("unit.manage")
    @Operation(summary = "An empty table with the columns the import takes")
    ResponseEntity<byte[]> template(Caller caller) {
        return TableResponse.of(
                "单位导入模板.xlsx",
                "单位",
                List.of(
                        new Column("*名称", 34),
                        new Column("*类型", 12),
                        new Column("*区域", 28),
                        new Column("上级单位", 28),
                        new Column("统一社会信用代码", 24),
                        new Column("联系电话", 18),
                        new Column("别名", 30)),
                List.of());
    }

    @PostMapping(path = "/api/unit-table-previews", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RequiresPermission("unit.manage")
    @Operation(summary = "Reads a CSV or Excel table of units and says what is wrong; nothing is saved")
    Report preview(Caller caller, @RequestPart("file") MultipartFile file) throws IOException {
        try (TableReader table = TableReader.open(file.getInputStream())) {
            return importUnits.preview(caller, table);
        }
    }

    @PostMapping(path = "/api/unit-table-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RequiresPermission("unit.manage")
    @Operation(summary = "Saves the units of a table; a wrong row refuses all of it unless goodRows is set")
    Report save(
            Caller caller,
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean goodRows)
            throws IOException {
        try (TableReader table = TableReader.open(file.getInputStream())) {
            return importUnits.save(caller, table, goodRows);
        }
    }
}
