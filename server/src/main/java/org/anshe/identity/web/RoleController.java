package org.anshe.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.identity.internal.RoleQueries;
import org.anshe.identity.internal.SaveRole;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles and what they permit. */
@RestController
@Tag(name = "Roles")
class RoleController {

    private final RoleQueries roles;
    private final SaveRole save;

    RoleController(RoleQueries roles, SaveRole save) {
        this.roles = roles;
        this.save = save;
    }

    /** The name of a role in the three languages. */
    record RoleNames(
            @NotBlank @Size(max = 40) String zhCN,
            @NotBlank @Size(max = 40) String zhHant,
            @NotBlank @Size(max = 60) String en) {

        Map<String, String> byLanguage() {
            return Map.of("zh-CN", zhCN.strip(), "zh-Hant", zhHant.strip(), "en", en.strip());
        }
    }

    record NewRole(
            @NotNull UUID id,
            @NotBlank String code,
            @NotNull @Valid RoleNames names,
            @NotNull Set<String> permissions) {}

    /** {@code version} is the one that was read; somebody else's change in between is a conflict. */
    record RoleChange(
            @NotNull @Valid RoleNames names, @NotNull Set<String> permissions, int version) {}

    @GetMapping("/api/roles")
    @RequiresPermission("role.view")
    @Operation(summary = "All roles with what they permit")
    List<RoleQueries.Role> list(Caller caller) {
        return roles.list();
    }

    @GetMapping("/api/permissions")
    @RequiresPermission("role.view")
    @Operation(summary = "Every permission there is, with its module")
    List<RoleQueries.Permission> permissions(Caller caller) {
        return roles.permissions();
    }

    @PostMapping("/api/roles")
    @RequiresPermission("role.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Define a new role")
    RoleQueries.Role create(Caller caller, @Valid @RequestBody NewRole role) {
        return save.save(
                caller,
                new SaveRole.Wanted(role.id(), role.code(), role.names().byLanguage(), role.permissions(), null));
    }

    @PutMapping("/api/roles/{role}")
    @RequiresPermission("role.manage")
    @Operation(summary = "Change the names and the permissions of a role")
    RoleQueries.Role change(Caller caller, @PathVariable UUID role, @Valid @RequestBody RoleChange change) {
        return save.save(
                caller,
                new SaveRole.Wanted(role, "", change.names().byLanguage(), change.permissions(), change.version()));
    }
}
