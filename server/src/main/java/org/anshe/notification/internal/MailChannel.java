package org.anshe.notification.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * E-mail by SMTP, off until {@code spring.mail.host} is set. Each delivery has one Message-ID for good, so that
 * mailboxes that know it show a repeat once.
 */
@Component
class MailChannel {

    private static final int NO_ANSWER = -1;

    private final @Nullable JavaMailSender sender;
    private final NoticeWords words;
    private final String from;

    MailChannel(ObjectProvider<JavaMailSender> sender, NoticeWords words, NotificationSettings settings) {
        this.sender = sender.getIfAvailable();
        this.words = words;
        this.from = settings.mail().from();
        if (this.sender != null && from.isBlank()) {
            throw new IllegalStateException("spring.mail.host is set, so anshe.notification.mail.from is needed too");
        }
    }

    boolean isOn() {
        return sender != null;
    }

    Outcome send(Message message) {
        if (sender == null) {
            return new Outcome.NotSent("E-mail is not set up");
        }
        if (message.email() == null) {
            return new Outcome.Rejected("The person has no e-mail address");
        }
        try {
            sender.send(written(sender.createMimeMessage(), message, message.email()));
            return new Outcome.Sent();
        } catch (MessagingException e) {
            return new Outcome.Rejected(Outcome.describe(e));
        } catch (MailException e) {
            return judge(e);
        }
    }

    private MimeMessage written(MimeMessage mime, Message message, String to) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject(message.title());
        String link = message.link() == null ? "" : "\n\n" + message.link();
        helper.setText(
                message.body() + link + "\n\n-- \n" + words.frame("footer", Map.of(), message.language()) + "\n");
        helper.setSentDate(Date.from(message.at()));
        mime.setHeader("Message-ID", "<" + message.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        // So that nobody's holiday note answers.
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    /** What the failure says about whether the server has the message. */
    static Outcome judge(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new Outcome.NotSent(Outcome.describe(failure));
        }
        if (!(failure instanceof MailSendException send)) {
            return new Outcome.Rejected(Outcome.describe(failure));
        }
        if (send.getFailedMessages().isEmpty()) {
            // The message was taken; only saying goodbye failed.
            return new Outcome.Sent();
        }
        Exception failed = send.getFailedMessages().values().iterator().next();
        // The framework names the same failure as the cause when there was no connection to begin with. Another cause
        // is that of closing a connection that had failed before.
        return failed == send.getCause() ? new Outcome.NotSent(Outcome.describe(failed)) : judgeAnswer(failed);
    }

    private static Outcome judgeAnswer(Exception failure) {
        int code = NO_ANSWER;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            code = Math.max(code, answer(cause));
        }
        String error = Outcome.describe(failure);
        if (code >= 500) {
            return new Outcome.Rejected(error);
        }
        return code >= 400 ? new Outcome.NotSent(error) : new Outcome.Unknown(error);
    }

    private static int answer(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> NO_ANSWER;
        };
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }
}
