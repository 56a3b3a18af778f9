package org.anshe.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.table.TableReader;
import org.anshe.shared.table.TableWriter;
import org.anshe.shared.web.TableResponse;
import org.anshe.territory.internal.AreaImportRepository.AreaImport;
import org.anshe.territory.internal.ImportAreas;
import org.anshe.territory.internal.ImportAreas.Report;
import org.anshe.territory.internal.ImportOfficialAreas;
import org.anshe.territory.internal.OfficialList;
import org.anshe.territory.internal.OfficialList.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Areas in bulk: from a table, or from the official list. */
@RestController
class AreaImportController {

    private final ImportAreas importAreas;
    private final ImportOfficialAreas importOfficial;
    private final OfficialList list;

    AreaImportController(ImportAreas importAreas, ImportOfficialAreas importOfficial, OfficialList list) {
        this.importAreas = importAreas;
        this.importOfficial = importOfficial;
        this.list = list;
    }

    /**
     * Which part of the official list to take over.
     *
     * @param id made by the caller, so that asking again starts nothing twice
     * @param rootCode a province, city or district; null for everything
     */
    record OfficialImport(
            @NotNull UUID id,

            @Nullable @Pattern(regexp = "[1-9][0-9]([0-9]{2}){0,2}")
            String rootCode) {}

    @GetMapping("/api/area-table-template")
    @RequiresPermission("area.manage")
    @Operation(summary = "An empty table with the columns the import takes")
    ResponseEntity<byte[]> template(Caller caller) {
        return TableResponse.of(
                "区域导入模板.xlsx",
                "区域",
                List.of(
                        new TableWriter.Column("编码", 22),
                        new TableWriter.Column("名称", 30),
                        new TableWriter.Column("上级编码", 22),
                        new TableWriter.Column("上级", 34),
                        new TableWriter.Column("序号", 8)),
                List.of());
    }

    @PostMapping(path = "/api/area-table-previews", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RequiresPermission("area.manage")
    @Operation(summary = "Reads a CSV or Excel table of areas and says what is wrong; nothing is saved")
    Report preview(Caller caller, @RequestPart("file") MultipartFile file) throws IOException {
        try (TableReader table = TableReader.open(file.getInputStream())) {
            return importAreas.preview(caller, table);
        }
    }

    @PostMapping(path = "/api/area-table-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RequiresPermission("area.manage")
    @Operation(summary = "Saves the areas of a table; a wrong row refuses all of it unless goodRows is set")
    Report save(
            Caller caller,
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean goodRows)
            throws IOException {
        try (TableReader table = TableReader.open(file.getInputStream())) {
            return importAreas.save(caller, table, goodRows);
        }
    }

    @GetMapping("/api/official-areas")
    @RequiresPermission("area.manage")
    @Operation(summary = "Provinces, cities and districts of the official list, to choose what to import")
    List<Entry> official(Caller caller, @RequestParam(required = false) @Nullable String parent) {
        return list.below(parent);
    }

    @PostMapping("/api/area-imports")
    @RequiresPermission("area.manage")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Begins to take areas over from the official list; ask for the import to see its progress")
    AreaImport importOfficial(Caller caller, @Valid @RequestBody OfficialImport wanted) {
        return importOfficial.start(caller, wanted.id(), wanted.rootCode());
    }

    @GetMapping("/api/area-imports/{id}")
    @RequiresPermission("area.manage")
    @Operation(summary = "How an import of the official list goes")
    AreaImport importProgress(Caller caller, @PathVariable UUID id) {
        return importOfficial.find(caller, id);
    }
}
