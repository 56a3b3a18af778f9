package org.anshe.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.anshe.paper.PaperState;
import org.anshe.paper.internal.PaperKinds;
import org.anshe.paper.internal.PaperQueries;
import org.anshe.paper.internal.ShowPaper;
import org.anshe.paper.web.PaperViews.KindView;
import org.anshe.paper.web.PaperViews.PaperView;
import org.anshe.shared.Caller;
import org.anshe.shared.OpenTo;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
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

/** Papers: list, look at, take away. The steps are in {@link PaperStepController}. */
@RestController
class PaperController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PaperQueries papers;
    private final PaperKinds kinds;
    private final ShowPaper showing;

    PaperController(PaperQueries papers, PaperKinds kinds, ShowPaper showing) {
        this.papers = papers;
        this.kinds = kinds;
        this.showing = showing;
    }

    /** The pages of a paper as data addresses of PNG pictures. */
    record Pages(List<String> pages) {}

    @GetMapping("/api/paper-kinds")
    @OpenTo(OpenTo.Audience.LOGGED_IN)
    @Operation(summary = "The kinds of papers in force")
    List<KindView> kinds() {
        return kinds.inForce().stream()
                .map(kind -> new KindView(kind.code(), kind.name()))
                .toList();
    }

    @GetMapping("/api/papers")
    @RequiresPermission("paper.view")
    @Operation(summary = "Papers, newest first; withdrawn drafts only when asked for")
    Page<PaperQueries.Row> list(
            Caller caller,
            @Parameter(hidden = true) PageRequest page,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID organ,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable PaperState state,
            @RequestParam(required = false) @Nullable String q) {
        return papers.list(caller, new PaperQueries.Filter(kind, organ, year, state, q), page);
    }

    @GetMapping("/api/papers/{id}")
    @RequiresPermission("paper.view")
    @Operation(summary = "One paper with its signatures and the steps the caller may take now")
    PaperView one(Caller caller, @PathVariable UUID id) {
        return PaperView.of(showing.show(caller, id));
    }

    @GetMapping("/api/papers/{id}/pages")
    @RequiresPermission("paper.view")
    @Operation(summary = "The pages of the PDF as pictures, at most twenty")
    Pages pages(Caller caller, @PathVariable UUID id) {
        return new Pages(
                showing.pages(caller, id).stream().map(PaperViews::picture).toList());
    }

    @GetMapping("/api/papers/{id}/pdf")
    @RequiresPermission("paper.view")
    @Operation(summary = "The PDF: of an issued paper the very file that was issued, else with a watermark")
    ResponseEntity<byte[]> pdf(Caller caller, @PathVariable UUID id) {
        return file(showing.pdf(caller, id), MediaType.APPLICATION_PDF);
    }

    @GetMapping("/api/papers/{id}/word")
    @RequiresPermission("paper.view")
    @Operation(summary = "The Word file: of an issued paper the very file that was issued")
    ResponseEntity<byte[]> word(Caller caller, @PathVariable UUID id) {
        return file(showing.word(caller, id), WORD);
    }

    private static ResponseEntity<byte[]> file(ShowPaper.File file, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }
}
