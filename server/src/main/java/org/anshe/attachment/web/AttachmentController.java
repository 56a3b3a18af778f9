package org.anshe.attachment.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Attachment;
import org.anshe.attachment.internal.OpenFile;
import org.anshe.attachment.internal.OpenFile.Opened;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files in and out. */
@RestController
class AttachmentController {

    /** Whatever a file holds, a browser that shows it runs nothing and loads nothing. */
    private static final String SANDBOX = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";

    private final Attachments attachments;
    private final OpenFile opening;

    AttachmentController(Attachments attachments, OpenFile opening) {
        this.attachments = attachments;
        this.opening = opening;
    }

    /**
     * A file that was taken.
     *
     * @param name as kept: without folders, ending as its content says
     */
    record StoredFile(UUID id, String name, String mediaType, long size, boolean picture) {
        static StoredFile of(Attachment file) {
            return new StoredFile(file.id(), file.fileName(), file.mediaType(), file.size(), file.picture());
        }
    }

    @PostMapping(path = "/api/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RequiresPermission("attachment.upload")
    @Operation(
            summary = "Upload one file",
            description = "The part `file` is the content; `id` is a UUID made by the client, so that sending again"
                    + " changes nothing. Taken are JPEG, PNG, PDF, docx, xlsx and plain text, told by content."
                    + " A file that is linked to no record within seven days is removed.")
    StoredFile upload(
            Caller caller,
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "id", required = false) @Nullable UUID id)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            return StoredFile.of(attachments.store(caller, id == null ? Ids.next() : id, name, content));
        }
    }

    @GetMapping("/api/attachments/{id}")
    @RequiresPermission("attachment.view")
    @Operation(summary = "Download a file", description = "To its uploader and to those who may see its record.")
    ResponseEntity<Resource> content(Caller caller, @PathVariable UUID id) {
        Opened file = opening.content(caller, id);
        MediaType type = file.attachment().picture()
                ? MediaType.parseMediaType(file.attachment().mediaType())
                : MediaType.APPLICATION_OCTET_STREAM;
        return respond(file, type, "");
    }

    @GetMapping("/api/attachments/{id}/thumbnail")
    @RequiresPermission("attachment.view")
    @Operation(summary = "Small JPEG of a picture")
    ResponseEntity<Resource> thumbnail(Caller caller, @PathVariable UUID id) {
        return respond(opening.thumbnail(caller, id), MediaType.IMAGE_JPEG, "-thumbnail");
    }

    private static ResponseEntity<Resource> respond(Opened file, MediaType type, String suffix) {
        ContentDisposition.Builder disposition =
                file.attachment().picture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.attachment().fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SANDBOX)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .eTag("\"" + file.attachment().sha256() + suffix + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(new FileSystemResource(file.bytes()));
    }
}
