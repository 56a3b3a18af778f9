package org.anshe.identity.internal;

import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remembers the language a person wants to read. */
@Service
public class ChooseLocale {

    private final PersonRepository people;

    ChooseLocale(PersonRepository people) {
        this.people = people;
    }

    @Transactional
    public void choose(Caller caller, String locale) {
        people.changeLocale(caller.person(), locale);
    }
}
