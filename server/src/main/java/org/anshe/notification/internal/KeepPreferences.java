package org.anshe.notification.internal;

import org.anshe.notification.NotificationProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own wishes about messages. They change nothing for others, so the audit trail does not tell of them. */
@Service
public class KeepPreferences {

    private final PreferenceRepository preferences;
    private final NoticeWords words;

    KeepPreferences(PreferenceRepository preferences, NoticeWords words) {
        this.preferences = preferences;
        this.words = words;
    }

    @Transactional(readOnly = true)
    public Preferences show(Caller caller) {
        return preferences.get(caller.person());
    }

    /** What is planned already goes out as it was planned. */
    @Transactional
    public void keep(Caller caller, Preferences wanted) {
        wanted.refused().forEach(refusal -> {
            if (!words.isKnown(refusal.kind())) {
                throw new ProblemException(NotificationProblem.UNKNOWN_KIND, "kind", refusal.kind());
            }
        });
        preferences.save(caller.person(), wanted);
    }
}
