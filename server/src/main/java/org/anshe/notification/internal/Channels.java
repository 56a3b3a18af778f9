package org.anshe.notification.internal;

import org.springframework.stereotype.Component;

/** By which ways this installation sends messages at all. */
@Component
public class Channels {

    private final MailChannel mail;
    private final TargetRepository targets;

    Channels(MailChannel mail, TargetRepository targets) {
        this.mail = mail;
        this.targets = targets;
    }

    public boolean sendsMail() {
        return mail.isOn();
    }

    public boolean sendsMessages() {
        return targets.known().stream()
                .anyMatch(target -> target.enabled() && target.audience() == Target.Audience.PERSON);
    }
}
