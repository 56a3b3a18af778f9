package org.anshe.notification.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.identity.Recipients;
import org.anshe.identity.Recipients.Contact;
import org.anshe.notification.internal.ContentQueries.Content;
import org.anshe.notification.internal.DeliveryRepository.Claimed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words a message at the moment it goes out: in the reader's language, to the address that holds now. */
@Component
class ComposeMessage {

    /** A digest lists no more than this; the rest is in the inbox. */
    private static final int LONGEST_DIGEST = 50;

    private static final String GROUP_LANGUAGE = "zh-CN";
    private static final String DIGEST = "notification.digest";

    private final ContentQueries contents;
    private final Recipients recipients;
    private final NoticeWords words;
    private final NotificationSettings settings;
    private final Clock clock;

    ComposeMessage(
            ContentQueries contents,
            Recipients recipients,
            NoticeWords words,
            NotificationSettings settings,
            Clock clock) {
        this.contents = contents;
        this.recipients = recipients;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when it is not needed any more: read in the inbox meanwhile, or the person has left. */
    Optional<Message> compose(Claimed claimed) {
        UUID person = claimed.person();
        Contact contact =
                person == null ? null : recipients.contacts(Set.of(person)).get(person);
        if (person != null && contact == null) {
            return Optional.empty();
        }
        List<Content> unread = contents.of(claimed).stream()
                .filter(content -> content.readAt() == null)
                .toList();
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                claimed.notice() == null && contact != null
                        ? digest(claimed, contact, unread)
                        : single(claimed, contact, unread.getFirst()));
    }

    private Message single(Claimed claimed, @Nullable Contact contact, Content content) {
        String language = contact == null ? GROUP_LANGUAGE : contact.locale();
        NoticeWords.Text text = words.outside(content.kind(), content.facts(), language);
        return new Message(
                claimed.id(),
                content.notice(),
                content.kind(),
                text.title(),
                text.body(),
                link(words.page(content.kind(), content.subject(), content.facts())),
                content.at(),
                content.urgent(),
                language,
                contact == null ? null : contact.name(),
                contact == null ? null : contact.email(),
                contact == null ? null : contact.phone());
    }

    private Message digest(Claimed claimed, Contact contact, List<Content> unread) {
        String language = contact.locale();
        String lines = unread.stream()
                .limit(LONGEST_DIGEST)
                .map(content -> line(content, language))
                .collect(Collectors.joining("\n"));
        int rest = unread.size() - LONGEST_DIGEST;
        String more = rest <= 0 ? "" : "\n" + words.frame("more", Map.of("count", rest), language);
        return new Message(
                claimed.id(),
                null,
                DIGEST,
                words.frame("digest", Map.of("count", unread.size()), language),
                lines + more,
                link("/notifications"),
                clock.instant(),
                false,
                language,
                contact.name(),
                contact.email(),
                contact.phone());
    }

    private String line(Content content, String language) {
        NoticeWords.Text text = words.outside(content.kind(), content.facts(), language);
        String at = NoticeWords.fill("{at}", Map.of("at", content.at()));
        return at + "  " + text.title() + "\n    " + text.body();
    }

    private @Nullable String link(@Nullable String page) {
        return page == null || settings.publicUrl().isBlank() ? null : settings.publicUrl() + page;
    }
}
