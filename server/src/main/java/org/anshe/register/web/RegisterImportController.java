package org.anshe.register.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.register.internal.ImportRepository;
import org.anshe.register.internal.RunImport;
import org.anshe.register.internal.StagedRowQueries;
import org.anshe.register.internal.TableImport;
import org.anshe.register.internal.TableWords;
import org.anshe.register.web.ImportPayloads.BadRow;
import org.anshe.register.web.ImportPayloads.CellError;
import org.anshe.register.web.ImportPayloads.DuplicateRow;
import org.anshe.register.web.ImportPayloads.ImportDecision;
import org.anshe.register.web.ImportPayloads.TakenTable;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of tables: upload, preview, decision, result. An import is seen by the person who began it. */
@RestController
class RegisterImportController {

    private final RunImport runImport;
    private final ImportRepository imports;
    private final StagedRowQueries rows;
    private final TableWords words;
    private final Areas areas;

    RegisterImportController(
            RunImport runImport, ImportRepository imports, StagedRowQueries rows, TableWords words, Areas areas) {
        this.runImport = runImport;
        this.imports = imports;
        this.rows = rows;
        this.words = words;
        this.areas = areas;
    }

    @Operation(summary = "Takes in a table (.xlsx or .csv) and checks it in the background; nothing is registered yet")
    @PostMapping(path = "/api/register-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("register.import")
    TakenTable begin(
            Caller caller,
            @RequestParam UUID id,
            @RequestParam String type,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        String given = file.getOriginalFilename();
        String name = given == null || given.isBlank() ? "table" : given.substring(given.lastIndexOf('/') + 1);
        TableImport table = runImport.begin(caller, id, type, area, name, file.getInputStream());
        return new TakenTable(id, table.fileName(), file.getSize(), table);
    }

    @Operation(summary = "The caller's last imports of a register, newest first")
    @GetMapping("/api/register-imports")
    @RequiresPermission("register.import")
    List<TableImport> list(Caller caller, @RequestParam String type) {
        return imports.latest(caller, type);
    }

    @Operation(summary = "How far an import has come")
    @GetMapping("/api/register-imports/{id}")
    @RequiresPermission("register.import")
    TableImport get(Caller caller, @PathVariable UUID id) {
        return find(caller, id);
    }

    @Operation(summary = "Rows that cannot be taken, with the cell, the reason and what to do")
    @GetMapping("/api/register-imports/{id}/bad-rows")
    @RequiresPermission("register.import")
    Page<BadRow> badRows(Caller caller, @PathVariable UUID id, PageRequest page) {
        find(caller, id);
        return rows.bad(caller, id, page)
                .map(row -> new BadRow(
                        row.row(),
                        row.cells(),
                        row.errors().stream()
                                .map(error -> new CellError(
                                        error.column(), error.code(), error.value(), words.error(error.code())))
                                .toList()));
    }

    @Operation(summary = "Rows that seem to be objects registered before")
    @GetMapping("/api/register-imports/{id}/duplicates")
    @RequiresPermission("register.import")
    Page<DuplicateRow> duplicates(Caller caller, @PathVariable UUID id, PageRequest page) {
        find(caller, id);
        Page<StagedRowQueries.DuplicateRow> found = rows.duplicates(caller, id, page);
        Map<AreaKey, String> names = areas.names(
                found.items().stream().map(StagedRowQueries.DuplicateRow::area).collect(Collectors.toSet()));
        return found.map(row -> new DuplicateRow(
                row.row(),
                row.name(),
                row.area(),
                names.get(row.area()),
                row.objectId(),
                row.objectName(),
                row.objectAddress(),
                row.by()));
    }

    @Operation(summary = "Registers the good rows in the background: all of them or none")
    @PostMapping("/api/register-imports/{id}/application")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("register.import")
    TableImport apply(Caller caller, @PathVariable UUID id, @Valid @RequestBody ImportDecision body) {
        return runImport.apply(
                caller,
                id,
                body.leaveOutBadRows(),
                body.duplicates(),
                body.exceptions() == null ? Map.of() : body.exceptions());
    }

    @Operation(summary = "Stops an import; nothing of it remains")
    @PostMapping("/api/register-imports/{id}/cancellation")
    @RequiresPermission("register.import")
    TableImport cancel(Caller caller, @PathVariable UUID id) {
        return runImport.cancel(caller, id);
    }

    private TableImport find(Caller caller, UUID id) {
        return imports.find(caller, id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }
}
