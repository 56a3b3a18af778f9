package org.anshe.report.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.report.internal.ChangeDocument;
import org.anshe.report.internal.CreateDocument;
import org.anshe.report.internal.DocumentContent;
import org.anshe.report.internal.DocumentQueries;
import org.anshe.report.internal.DocumentRepository.Document;
import org.anshe.report.internal.DocumentRepository.State;
import org.anshe.report.internal.IssueDocument;
import org.anshe.report.internal.Reading;
import org.anshe.report.internal.ReportPeriod;
import org.anshe.report.internal.ShowDocument;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents composed from indicators. */
@RestController
class DocumentController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final DocumentQueries documents;
    private final Areas areas;
    private final CreateDocument createDocument;
    private final ChangeDocument changeDocument;
    private final IssueDocument issueDocument;
    private final ShowDocument showDocument;

    DocumentController(
            DocumentQueries documents,
            Areas areas,
            CreateDocument createDocument,
            ChangeDocument changeDocument,
            IssueDocument issueDocument,
            ShowDocument showDocument) {
        this.documents = documents;
        this.areas = areas;
        this.createDocument = createDocument;
        this.changeDocument = changeDocument;
        this.issueDocument = issueDocument;
        this.showDocument = showDocument;
    }

    /** A document that is wanted; the id is made by the caller, so that a retry makes one document. */
    record NewDocument(
            @NotNull UUID id,

            @NotBlank @Pattern(regexp = CreateDocument.HALF_YEAR_BRIEFING) String kind,

            @NotNull AreaKey area,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    /** The text of one section, one entry for each paragraph. */
    record SectionText(int version, @NotNull @Size(max = 60) List<@NotNull @Size(max = 2000) String> paragraphs) {}

    record Seen(int version) {}

    record Withdrawal(@NotBlank @Size(max = 500) String reason) {}

    /** A document with its text and the figures its numbers name. */
    record DocumentView(
            UUID id,
            String kind,
            String title,
            AreaKey area,
            String areaName,
            ReportPeriod period,
            Instant asOf,
            State state,
            DocumentContent content,
            Instant createdAt,
            String createdBy,
            @Nullable Instant issuedAt,
            @Nullable String issuedBy,
            @Nullable String sha256,
            @Nullable String withdrawnWhy,
            int version,
            List<ShowDocument.FigureOf> figures) {

        static DocumentView of(ShowDocument.Shown shown) {
            Document document = shown.document();
            return new DocumentView(
                    document.id(),
                    document.kind(),
                    document.title(),
                    document.area(),
                    document.areaName(),
                    document.period(),
                    document.asOf(),
                    document.state(),
                    document.content(),
                    document.createdAt(),
                    document.createdBy(),
                    document.issuedAt(),
                    document.issuedBy(),
                    document.sha256(),
                    document.withdrawnWhy(),
                    document.version(),
                    shown.figures());
        }
    }

    @Operation(summary = "Documents, newest first; withdrawn ones only when asked for")
    @GetMapping("/api/documents")
    @RequiresPermission("document.view")
    Page<DocumentQueries.Row> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String q) {
        return documents.list(caller.scope(), new DocumentQueries.Filter(areas.rangesOf(area), state, q), page);
    }

    @Operation(summary = "Composes a document from the figures of this moment")
    @PostMapping("/api/documents")
    @RequiresPermission("document.create")
    @ResponseStatus(HttpStatus.CREATED)
    void create(Caller caller, @Valid @RequestBody NewDocument wanted) {
        createDocument.create(
                caller,
                new CreateDocument.Wanted(wanted.id(), wanted.area(), new ReportPeriod(wanted.from(), wanted.to())));
    }

    @Operation(summary = "One document with its text and the figures its numbers name")
    @GetMapping("/api/documents/{id}")
    @RequiresPermission("document.view")
    DocumentView show(Caller caller, @PathVariable UUID id) {
        return DocumentView.of(showDocument.show(caller, id));
    }

    @Operation(summary = "What the figures of a document say when they are read now, by key")
    @GetMapping("/api/documents/{id}/figures-today")
    @RequiresPermission("document.view")
    Map<String, Reading> today(Caller caller, @PathVariable UUID id) {
        return showDocument.today(caller, id);
    }

    @Operation(summary = "The Word file: of an issued document the very file that was issued")
    @GetMapping("/api/documents/{id}/file")
    @RequiresPermission("document.view")
    ResponseEntity<byte[]> file(Caller caller, @PathVariable UUID id) {
        ShowDocument.WordFile file = showDocument.file(caller, id);
        return ResponseEntity.ok()
                .contentType(WORD)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    @Operation(summary = "Rewrites an editable section of a draft")
    @PutMapping("/api/documents/{id}/sections/{section}")
    @RequiresPermission("document.create")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rewrite(
            Caller caller, @PathVariable UUID id, @PathVariable String section, @Valid @RequestBody SectionText text) {
        changeDocument.rewrite(caller, id, text.version(), section, text.paragraphs());
    }

    @Operation(summary = "Issues a draft: text, figures and file are frozen")
    @PostMapping("/api/documents/{id}/issue")
    @RequiresPermission("document.issue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void issue(Caller caller, @PathVariable UUID id, @Valid @RequestBody Seen seen) {
        issueDocument.issue(caller, id, seen.version());
    }

    @Operation(summary = "Withdraws a draft that will not be issued")
    @PostMapping("/api/documents/{id}/withdrawal")
    @RequiresPermission("document.create")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable UUID id, @Valid @RequestBody Withdrawal withdrawal) {
        changeDocument.withdraw(caller, id, withdrawal.reason());
    }
}
