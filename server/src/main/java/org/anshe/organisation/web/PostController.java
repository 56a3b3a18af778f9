package org.anshe.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.internal.FillPost;
import org.anshe.organisation.internal.FillPost.Filling;
import org.anshe.organisation.internal.HoldArea;
import org.anshe.organisation.internal.UnitPage;
import org.anshe.organisation.internal.UnitPage.AreaHolder;
import org.anshe.organisation.internal.UnitPage.Member;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who holds which post in a unit, and who holds an area. */
@RestController
class PostController {

    private final FillPost fillPost;
    private final HoldArea holdArea;
    private final UnitPage pages;

    PostController(FillPost fillPost, HoldArea holdArea, UnitPage pages) {
        this.fillPost = fillPost;
        this.holdArea = holdArea;
        this.pages = pages;
    }

    /**
     * A post to be filled: with a person, or bound to a post of another unit.
     *
     * @param id made by the caller
     * @param sort order within the unit, the head first
     */
    record NewMember(
            @NotNull UUID id,
            @NotBlank @Size(max = 40) String post,
            @Nullable UUID personId,
            @Nullable UUID otherUnitId,
            @Nullable @Size(max = 40) String otherPost,
            int sort) {

        @AssertTrue boolean isHolder() {
            boolean bound = otherUnitId != null && otherPost != null && !otherPost.isBlank();
            boolean half = otherUnitId != null || otherPost != null && !otherPost.isBlank();
            return personId != null ? !half : bound;
        }
    }

    record NewHolder(
            @NotNull UUID id,
            @NotNull AreaHolderRole role,
            @NotNull UUID personId) {}

    @PostMapping("/api/units/{unit}/members")
    @RequiresPermission("unit.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Fills a post of a unit with a person, or binds it to a post of another unit")
    List<Member> add(Caller caller, @PathVariable UUID unit, @Valid @RequestBody NewMember member) {
        String otherPost = member.otherUnitId() == null ? null : member.otherPost();
        fillPost.fill(
                caller,
                unit,
                member.id(),
                new Filling(member.post(), member.personId(), member.otherUnitId(), otherPost, member.sort()));
        return pages.members(caller, unit);
    }

    @PostMapping("/api/units/{unit}/members/{id}/end")
    @RequiresPermission("unit.manage")
    @Operation(summary = "Ends a post; who held it and when stays on record")
    List<Member> end(Caller caller, @PathVariable UUID unit, @PathVariable UUID id) {
        fillPost.end(caller, unit, id);
        return pages.members(caller, unit);
    }

    @GetMapping("/api/areas/{area}/holders")
    @RequiresPermission("unit.view")
    @Operation(summary = "Who holds an area: street leader, section chief, staff, head of unit, grid workers")
    List<AreaHolder> holders(
            Caller caller, @PathVariable AreaKey area, @RequestParam(defaultValue = "false") boolean former) {
        return pages.holders(caller, area, former);
    }

    @PostMapping("/api/areas/{area}/holders")
    @RequiresPermission("unit.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Names a holder of an area")
    List<AreaHolder> hold(Caller caller, @PathVariable AreaKey area, @Valid @RequestBody NewHolder holder) {
        holdArea.hold(caller, area, holder.id(), holder.role(), holder.personId());
        return pages.holders(caller, area, true);
    }

    @PostMapping("/api/areas/{area}/holders/{id}/end")
    @RequiresPermission("unit.manage")
    @Operation(summary = "Ends a holder of an area; it stays on record")
    List<AreaHolder> release(Caller caller, @PathVariable AreaKey area, @PathVariable UUID id) {
        holdArea.end(caller, area, id);
        return pages.holders(caller, area, true);
    }
}
