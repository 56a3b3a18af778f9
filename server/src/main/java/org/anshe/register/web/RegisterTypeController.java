package org.anshe.register.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.anshe.register.internal.EvaluateFields;
import org.anshe.register.internal.ListQueries;
import org.anshe.register.internal.SaveType;
import org.anshe.register.internal.TypeRepository;
import org.anshe.register.internal.type.FieldValues;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.register.web.TypePayloads.Evaluation;
import org.anshe.register.web.TypePayloads.FieldsToEvaluate;
import org.anshe.register.web.TypePayloads.NewRegisterType;
import org.anshe.register.web.TypePayloads.RegisterTypeChange;
import org.anshe.register.web.TypePayloads.RegisterTypeDetail;
import org.anshe.register.web.TypePayloads.RegisterTypeRow;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Types of registers: what is asked about their objects. */
@RestController
class RegisterTypeController {

    private final TypeRepository types;
    private final ListQueries lists;
    private final SaveType saveType;
    private final EvaluateFields evaluateFields;
    private final ObjectPresenter presenter;

    RegisterTypeController(
            TypeRepository types,
            ListQueries lists,
            SaveType saveType,
            EvaluateFields evaluateFields,
            ObjectPresenter presenter) {
        this.types = types;
        this.lists = lists;
        this.saveType = saveType;
        this.evaluateFields = evaluateFields;
        this.presenter = presenter;
    }

    @Operation(summary = "All registers with how many objects each holds in the caller's scope")
    @GetMapping("/api/register-types")
    @RequiresPermission("register.view")
    List<RegisterTypeRow> list(Caller caller) {
        Map<String, Integer> counts = lists.countByType(caller.scope());
        return types.list().stream()
                .map(type -> new RegisterTypeRow(
                        type.code(),
                        type.version(),
                        type.definition().names(),
                        type.definition().icon(),
                        type.shipped(),
                        type.retiredAt(),
                        counts.getOrDefault(type.code(), 0)))
                .toList();
    }

    @Operation(summary = "One type with its fields, hints and class rules")
    @GetMapping("/api/register-types/{code}")
    @RequiresPermission("register.view")
    RegisterTypeDetail get(Caller caller, @PathVariable String code) {
        return detail(types.get(code));
    }

    @Operation(summary = "What follows from the values of a form: errors, hints, proposed class; nothing is saved")
    @PostMapping("/api/register-types/{code}/evaluation")
    @RequiresPermission("register.view")
    Evaluation evaluate(Caller caller, @PathVariable String code, @Valid @RequestBody FieldsToEvaluate body) {
        TypeDefinition type = types.get(code).definition();
        FieldValues values = evaluateFields.evaluate(type, body.fields());
        return new Evaluation(
                values.errors(),
                type.hintsFor(values.values(), presenter.today()),
                presenter.proposed(type, values.values()));
    }

    @Operation(summary = "Adds a type; it needs no code")
    @PostMapping("/api/register-types")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission("register-type.manage")
    RegisterTypeDetail add(Caller caller, @Valid @RequestBody NewRegisterType body) {
        return detail(saveType.add(caller, body.code(), body.definition()));
    }

    @Operation(summary = "Gives a type its next version; fields may be added or withdrawn, not removed")
    @PutMapping("/api/register-types/{code}")
    @RequiresPermission("register-type.manage")
    RegisterTypeDetail revise(Caller caller, @PathVariable String code, @Valid @RequestBody RegisterTypeChange body) {
        return detail(saveType.revise(caller, code, body.version(), body.definition()));
    }

    @Operation(summary = "Stops a register from taking new objects")
    @PostMapping("/api/register-types/{code}/retirement")
    @RequiresPermission("register-type.manage")
    RegisterTypeDetail retire(Caller caller, @PathVariable String code) {
        return detail(saveType.setRetired(caller, code, true));
    }

    @Operation(summary = "Lets a retired register take objects again")
    @DeleteMapping("/api/register-types/{code}/retirement")
    @RequiresPermission("register-type.manage")
    RegisterTypeDetail restore(Caller caller, @PathVariable String code) {
        return detail(saveType.setRetired(caller, code, false));
    }

    private static RegisterTypeDetail detail(RegisterType type) {
        return new RegisterTypeDetail(type.code(), type.version(), type.shipped(), type.retiredAt(), type.definition());
    }
}
