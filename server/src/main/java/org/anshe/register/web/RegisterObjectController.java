package org.anshe.register.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.anshe.register.internal.ChangeObject;
import org.anshe.register.internal.ListQueries;
import org.anshe.register.internal.ListQueries.Filter;
import org.anshe.register.internal.ListQueries.Sort;
import org.anshe.register.internal.ObjectQueries;
import org.anshe.register.internal.ObjectQueries.HistoryEntry;
import org.anshe.register.internal.PersonalData;
import org.anshe.register.internal.RegisterNewObject;
import org.anshe.register.internal.RegisteredObject;
import org.anshe.register.internal.RetireObject;
import org.anshe.register.internal.RevealObject;
import org.anshe.register.internal.SetSupervisionClass;
import org.anshe.register.internal.TypeRepository;
import org.anshe.register.web.ObjectPayloads.ClassDecision;
import org.anshe.register.web.ObjectPayloads.NewRegisterObject;
import org.anshe.register.web.ObjectPayloads.RegisterObjectChange;
import org.anshe.register.web.ObjectPayloads.RegisterObjectDetail;
import org.anshe.register.web.ObjectPayloads.RegisterObjectRow;
import org.anshe.register.web.ObjectPayloads.RevealedObject;
import org.anshe.register.web.ObjectPayloads.VersionAndReason;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objects of the registers. */
@RestController
class RegisterObjectController {

    private final ListQueries lists;
    private final ObjectQueries objects;
    private final TypeRepository types;
    private final ObjectPresenter presenter;
    private final RegisterNewObject registerNewObject;
    private final ChangeObject changeObject;
    private final RetireObject retireObject;
    private final SetSupervisionClass setSupervisionClass;
    private final RevealObject revealObject;
    private final PersonalData personal;

    RegisterObjectController(
            ListQueries lists,
            ObjectQueries objects,
            TypeRepository types,
            ObjectPresenter presenter,
            RegisterNewObject registerNewObject,
            ChangeObject changeObject,
            RetireObject retireObject,
            SetSupervisionClass setSupervisionClass,
            RevealObject revealObject,
            PersonalData personal) {
        this.lists = lists;
        this.objects = objects;
        this.types = types;
        this.presenter = presenter;
        this.registerNewObject = registerNewObject;
        this.changeObject = changeObject;
        this.retireObject = retireObject;
        this.setSupervisionClass = setSupervisionClass;
        this.revealObject = revealObject;
        this.personal = personal;
    }

    @Operation(summary = "One register as a list; data about persons are masked")
    @GetMapping("/api/register-objects")
    @RequiresPermission("register.view")
    Page<RegisterObjectRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam String type,
            @RequestParam(name = "class", required = false) @Nullable List<Integer> classes,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "NAME") Sort sort) {
        Filter filter = presenter.filter(type, classes, area, unitId, q, retired);
        return presenter.rows(types.get(type), lists.list(caller.scope(), filter, sort, page));
    }

    @Operation(
            summary =
                    "One object with hints and proposed class; data about persons are masked unless the caller keeps it")
    @GetMapping("/api/register-objects/{id}")
    @RequiresPermission("register.view")
    RegisterObjectDetail get(Caller caller, @PathVariable UUID id) {
        return objects.find(caller.scope(), id)
                .map(object -> presenter.detail(caller, object))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    @Operation(summary = "What was changed about an object, newest first; data about persons as in the object")
    @GetMapping("/api/register-objects/{id}/changes")
    @RequiresPermission("register.view")
    List<HistoryEntry> changes(Caller caller, @PathVariable UUID id) {
        RegisteredObject object =
                objects.find(caller.scope(), id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        List<HistoryEntry> history = objects.history(caller.scope(), id);
        return personal.isOpenTo(caller, object) ? history : personal.masked(object, history);
    }

    @Operation(summary = "One object and its history with the data about persons; that they were seen is recorded")
    @PostMapping("/api/register-objects/{id}/reveal")
    @RequiresPermission(RevealObject.REVEAL)
    RevealedObject reveal(Caller caller, @PathVariable UUID id) {
        RevealObject.Revealed revealed = revealObject.reveal(caller, id);
        return new RevealedObject(presenter.revealed(caller, revealed.object()), revealed.changes());
    }

    @Operation(summary = "Registers an object; 201 when it is new, 200 when this id was registered before")
    @PostMapping("/api/register-objects")
    @RequiresPermission("register.edit")
    ResponseEntity<RegisterObjectDetail> create(Caller caller, @Valid @RequestBody NewRegisterObject body) {
        boolean isNew = registerNewObject.register(
                caller,
                new RegisterNewObject.Command(
                        body.id(),
                        body.type(),
                        body.content(),
                        body.supervisionClass(),
                        Boolean.TRUE.equals(body.confirmDuplicate())));
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(seen(caller, body.id()));
    }

    @Operation(summary = "Changes an object; refused with 409 when somebody changed it meanwhile")
    @PutMapping("/api/register-objects/{id}")
    @RequiresPermission("register.edit")
    RegisterObjectDetail change(Caller caller, @PathVariable UUID id, @Valid @RequestBody RegisterObjectChange body) {
        changeObject.change(caller, id, body.version(), body.content());
        return seen(caller, id);
    }

    @Operation(summary = "Retires an object for a reason; nothing is deleted")
    @PostMapping("/api/register-objects/{id}/retirement")
    @RequiresPermission("register.edit")
    RegisterObjectDetail retire(Caller caller, @PathVariable UUID id, @Valid @RequestBody VersionAndReason body) {
        retireObject.retire(caller, id, body.version(), body.reason());
        return seen(caller, id);
    }

    @Operation(summary = "Brings a retired object back")
    @PostMapping("/api/register-objects/{id}/restoration")
    @RequiresPermission("register.edit")
    RegisterObjectDetail restore(Caller caller, @PathVariable UUID id, @Valid @RequestBody VersionAndReason body) {
        retireObject.restore(caller, id, body.version(), body.reason());
        return seen(caller, id);
    }

    @Operation(summary = "Sets the supervision class with its reason")
    @PostMapping("/api/register-objects/{id}/supervision-class")
    @RequiresPermission("register.edit")
    RegisterObjectDetail setClass(Caller caller, @PathVariable UUID id, @Valid @RequestBody ClassDecision body) {
        setSupervisionClass.set(caller, id, body.version(), body.supervisionClass(), body.reason());
        return seen(caller, id);
    }

    private RegisterObjectDetail seen(Caller caller, UUID id) {
        return objects.find(caller.scopeFor("register.view"), id)
                .or(() -> objects.find(caller.scope(), id))
                .map(object -> presenter.detail(caller, object))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }
}
