package org.anshe.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.People.Person;
import org.anshe.identity.UnitDirectory.Place;
import org.anshe.identity.internal.PersonQueries;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People for pickers: names and units, nothing else. */
@RestController
@Tag(name = "People")
class PersonController {

    private final PersonQueries people;
    private final AccountViews views;

    PersonController(PersonQueries people, AccountViews views) {
        this.people = people;
        this.views = views;
    }

    /** A person; {@code note} is the name of the unit and tells two of the same name apart. */
    record PersonRow(
            UUID id,
            String name,
            @Nullable UUID unitId,
            @Nullable String note) {}

    @GetMapping("/api/people")
    @RequiresPermission("person.view")
    @Operation(summary = "People of the caller's areas by name")
    Page<PersonRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID unit) {
        Page<Person> found = people.list(caller.scope(), q, unit, page);
        Map<UUID, Place> places = views.places(found.items().stream().map(Person::unitId));
        return found.map(person ->
                new PersonRow(person.id(), person.name(), person.unitId(), AccountViews.name(person.unitId(), places)));
    }
}
