package org.anshe.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.People;
import org.anshe.identity.People.Person;
import org.anshe.notification.internal.NoticeWords;
import org.anshe.notification.internal.ReceiptQueries;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who was told of a record, and who has read it. */
@RestController
@Tag(name = "Notifications")
class ReceiptController {

    private final ReceiptQueries receipts;
    private final People people;
    private final NoticeWords words;

    ReceiptController(ReceiptQueries receipts, People people, NoticeWords words) {
        this.receipts = receipts;
        this.people = people;
        this.words = words;
    }

    /** One notice at one person; {@code readAt} null while it is unread. */
    record ReceiptRow(
            UUID notice,
            String kind,
            String kindName,
            Instant at,
            UUID person,
            @Nullable String personName,
            @Nullable Instant readAt) {}

    @GetMapping("/api/notification-receipts")
    @RequiresPermission("notification.view-receipts")
    @Operation(summary = "Who was told of a record and who has read it, newest notice first")
    Page<ReceiptRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam String subject,
            @RequestParam UUID subjectId,
            Locale language) {
        Page<ReceiptQueries.Receipt> found = receipts.list(caller.scope(), subject, subjectId, page);
        Map<UUID, Person> names = people.byIds(found.items().stream()
                .map(ReceiptQueries.Receipt::person)
                .distinct()
                .toList());
        String tag = LocalText.languageOf(language);
        return found.map(row -> new ReceiptRow(
                row.notice(),
                row.kind(),
                words.name(row.kind(), tag),
                row.at(),
                row.person(),
                name(names.get(row.person())),
                row.readAt()));
    }

    private static @Nullable String name(@Nullable Person person) {
        return person == null ? null : person.name();
    }
}
