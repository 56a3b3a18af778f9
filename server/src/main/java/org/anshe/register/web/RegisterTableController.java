package org.anshe.register.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anshe.register.internal.ExportBadRows;
import org.anshe.register.internal.ExportObjects;
import org.anshe.register.internal.ImportRepository;
import org.anshe.register.internal.ListQueries.Sort;
import org.anshe.register.internal.TableImport;
import org.anshe.register.internal.TypeRepository;
import org.anshe.register.internal.WriteTemplate;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.anshe.shared.table.TableWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Workbooks people take away: the empty template, the list on the screen, the rows an import could not take. */
@RestController
class RegisterTableController {

    private final WriteTemplate writeTemplate;
    private final ExportObjects exportObjects;
    private final ExportBadRows exportBadRows;
    private final ImportRepository imports;
    private final TypeRepository types;
    private final ObjectPresenter presenter;

    RegisterTableController(
            WriteTemplate writeTemplate,
            ExportObjects exportObjects,
            ExportBadRows exportBadRows,
            ImportRepository imports,
            TypeRepository types,
            ObjectPresenter presenter) {
        this.writeTemplate = writeTemplate;
        this.exportObjects = exportObjects;
        this.exportBadRows = exportBadRows;
        this.imports = imports;
        this.types = types;
        this.presenter = presenter;
    }

    @Operation(summary = "The workbook to fill in for an import (.xlsx)")
    @GetMapping("/api/register-types/{code}/template")
    @RequiresPermission("register.import")
    void template(Caller caller, @PathVariable String code, Locale language, HttpServletResponse response)
            throws IOException {
        name(response, types.get(code).definition().names().in(language) + ".xlsx");
        writeTemplate.write(code, language, response.getOutputStream());
    }

    @Operation(summary = "A register as a workbook, filtered and sorted as its list; data about persons are masked")
    @GetMapping("/api/register-objects/export")
    @RequiresPermission("register.export")
    void export(
            Caller caller,
            @RequestParam String type,
            @RequestParam(name = "class", required = false) @Nullable List<Integer> classes,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "NAME") Sort sort,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        String name = types.get(type).definition().names().in(language);
        name(response, name + "-" + presenter.today() + ".xlsx");
        exportObjects.export(
                caller,
                presenter.filter(type, classes, area, unitId, q, retired),
                sort,
                language,
                response.getOutputStream());
    }

    @Operation(summary = "The rows of an import that could not be taken, with the reasons, to be mended")
    @GetMapping("/api/register-imports/{id}/bad-rows/export")
    @RequiresPermission("register.import")
    void badRows(Caller caller, @PathVariable UUID id, Locale language, HttpServletResponse response)
            throws IOException {
        TableImport table = imports.find(caller, id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        name(response, table.fileName().replaceFirst("\\.[A-Za-z]{1,5}$", "") + "-错误行.xlsx");
        exportBadRows.export(caller, id, table.columns(), language, response.getOutputStream());
    }

    private static void name(HttpServletResponse response, String fileName) {
        response.setContentType(TableWriter.MEDIA_TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
